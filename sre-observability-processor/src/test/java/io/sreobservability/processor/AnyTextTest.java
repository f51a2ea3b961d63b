package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.SpanName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** Whatever text an annotation holds, the user gets diagnostics, never a crash. */
class AnyTextTest {
    @Property(tries = 20)
    void anyTextInAnAnnotationIsJudgedAndNotTrippedOver(
            @ForAll @StringLength(max = 40) String name,
            @ForAll @StringLength(max = 20) String key,
            @ForAll @StringLength(max = 20) String path) {
        Compilation compilation = Compiling.compile(Compiling.agent("@ToolSpan(" + literal(name) + ")\n"
                + "@FixedAttribute(key = " + literal(key) + ", value = " + literal(path) + ")\n"
                + "@ErrorWhen(" + literal(path) + ")\n"
                + "String m(@SpanAttribute(value = " + literal("sre.query") + ", from = " + literal(path)
                + ") String s) { return s; }"));

        assertThat(compilation.errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.getMessage(Locale.ROOT))
                        .startsWith("[SRE")
                        .doesNotContain("SRE099"));
    }

    @Property
    void aCorrectedNameFollowsTheGrammarAndStaysAsItIs(@ForAll String text) {
        SpanName.corrected(text).ifPresent(corrected -> {
            assertThat(SpanName.parse(corrected)).isPresent();
            assertThat(SpanName.corrected(corrected)).contains(corrected);
        });
    }

    @Property
    void aSuggestionIsAlwaysAKnownName(@ForAll String wanted, @ForAll List<String> known) {
        NearestName.of(wanted, known).ifPresent(suggestion -> assertThat(known).contains(suggestion));
    }

    private static String literal(String text) {
        return text.chars()
                .mapToObj(c -> String.format(Locale.ROOT, c == '"' || c == '\\' || c < ' ' ? "\\%03o" : "\\u%04x", c))
                .map(escape -> escape.equals("\\u000a") ? "\\n" : escape)
                .collect(Collectors.joining("", "\"", "\""));
    }
}
