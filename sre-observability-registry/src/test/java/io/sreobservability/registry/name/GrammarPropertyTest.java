package io.sreobservability.registry.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The grammar of span names against a second reading of it, character by character. */
class GrammarPropertyTest {
    @Provide
    Arbitrary<String> nearlyNames() {
        return Arbitraries.of(
                        "a",
                        "z",
                        "tool",
                        "get_pods",
                        "0",
                        "9",
                        "_",
                        ".",
                        ".",
                        "{",
                        "}",
                        "{x}",
                        "A",
                        "-",
                        " ",
                        "é",
                        "а",
                        "\n",
                        "１")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2000)
    void exactlyTheNamesOfTheGrammarAreRead(@ForAll("nearlyNames") String text) {
        Optional<SpanName> name = SpanName.parse(text);

        assertThat(name.isPresent()).isEqualTo(isName(text));
        name.ifPresent(parsed -> assertThat(parsed).hasToString(text));
    }

    @Property
    void anyTextIsJudgedLikeTheSecondReadingDoes(@ForAll String text) {
        assertThat(SpanName.parse(text).isPresent()).isEqualTo(isName(text));
    }

    @Property
    void aCorrectedNameIsANameAndNeedsNoFurtherCorrection(@ForAll("nearlyNames") String text) {
        SpanName.corrected(text).ifPresent(corrected -> {
            assertThat(isName(corrected)).as(corrected).isTrue();
            assertThat(SpanName.corrected(corrected)).contains(corrected);
        });
    }

    @Property
    void aNameThatIsRightIsCorrectedAtMostInItsUnderscores(@ForAll("nearlyNames") String text) {
        if (isName(text)) {
            assertThat(SpanName.corrected(text).orElseThrow().replace("_", "")).isEqualTo(text.replace("_", ""));
        }
    }

    /** Segments between dots; each a lower-case letter, then lower-case letters, digits or underscores, perhaps in braces. */
    private static boolean isName(String text) {
        int i = 0;
        while (true) {
            boolean braces = i < text.length() && text.charAt(i) == '{';
            i += braces ? 1 : 0;
            if (i >= text.length() || text.charAt(i) < 'a' || text.charAt(i) > 'z') {
                return false;
            }
            while (i < text.length() && isWordCharacter(text.charAt(i))) {
                i++;
            }
            if (braces) {
                if (i >= text.length() || text.charAt(i) != '}') {
                    return false;
                }
                i++;
            }
            if (i == text.length()) {
                return true;
            }
            if (text.charAt(i) != '.') {
                return false;
            }
            i++;
        }
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    }
}
