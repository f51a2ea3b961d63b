package io.sreobservability.registry.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a registry's text holds: it is read, or refused with a place in one line. */
class HostileYamlTest {
    private static final String TOOL = RegistrySources.standard().definitions().stream()
            .filter(file -> file.name().equals("tool.yaml"))
            .findFirst()
            .orElseThrow()
            .text();

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("groups: &a []\nmore: *a\n", "1:9: anchors and aliases are not read"),
                Arguments.of("groups: *a\n", "1:9: anchors and aliases are not read"),
                Arguments.of("groups: !!java.net.URL [x]\n", "1:9: tags such as"),
                Arguments.of("groups: !x a\n", "1:9: tags such as `!x` are not read"),
                Arguments.of("groups: " + "[".repeat(31), "1:38: nested more than 30 levels deep"),
                Arguments.of("groups: " + "[".repeat(900_000), "1:38: nested more than 30 levels deep"),
                Arguments.of("a" + ": {a".repeat(31), "nested more than 30 levels deep"),
                Arguments.of("x".repeat(1_000_001), "1:1: the file has 1000001 characters"),
                Arguments.of("groups: [" + "x".repeat(900_000) + "]", "1:10: expected fields of the form"),
                Arguments.of("groups:\n  - a: \0\n", "2:8: the character U+0000 is not allowed"),
                Arguments.of("groups:\n\t- a\n", "2:1: not YAML:"),
                Arguments.of("groups: []\n---\ngroups: []\n", "2:1: a second document starts here"),
                Arguments.of("groups: []\ngroups: []\n", "2:1: field `groups` is given twice"),
                Arguments.of("- groups\n", "1:1: expected fields of the form `name: value`"),
                Arguments.of("groups\n", "1:1: expected fields of the form `name: value`"),
                Arguments.of("groups: {}\n", "1:9: expected a list"),
                Arguments.of("groups: [a]\n", "1:10: expected fields of the form"),
                Arguments.of("groups:\n", "1:8: expected a list"),
                Arguments.of("? [a, b]\n: c\n", "1:3: expected a text"),
                Arguments.of("<<: {groups: []}\n", "1:1: expected a text; put the value in quotes"),
                Arguments.of("groups: ]\n", "1:9: not YAML:"),
                Arguments.of("groups: \"a\n", "not YAML:"),
                Arguments.of("%YAML 9.9\n---\ngroups: []\n", "not YAML:"),
                Arguments.of("groups: [{id: \"a\\nb\"}]\n", "1:15: `a b` is not a group's id: expected snake_case"),
                Arguments.of("groups: [{id: " + "a".repeat(500) + "}]\n", "1:15: expected a group's id of at most 128"),
                Arguments.of("groups: [{id: ''}]\n", "1:15: expected a text that is not empty"),
                Arguments.of("groups: [{id: а}]\n", "1:15: `а` is not a group's id"),
                Arguments.of("", "1:1: the file is empty"),
                Arguments.of("# only a comment\n", "1:1: the file is empty"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textThatIsNotARegistryIsRefusedAtItsPlace(String text, String message) {
        assertThatThrownBy(() -> RegistryReader.read(List.of(Registries.source("acme", text))))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessageMatching("acme\\.yaml:\\d+:\\d+: .{1,1100}")
                .hasMessageContaining(message);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "groups:",
                        "\n",
                        "  ",
                        "- ",
                        "id: ",
                        "a.b",
                        "type: ",
                        "span",
                        "metric",
                        "attribute_group",
                        "{",
                        "}",
                        "[",
                        "]",
                        ", ",
                        "annotations: ",
                        "refines: ",
                        "span.tool",
                        "\"",
                        "'",
                        "#",
                        "&a ",
                        "*a ",
                        "!t ",
                        "|",
                        ">",
                        "? ",
                        ": ",
                        "\t",
                        "\r\n",
                        "\u0085",
                        "\uFEFF",
                        "\uD83D\uDE00",
                        "\u0000",
                        "1",
                        "yes",
                        "~",
                        "---",
                        "...",
                        "%",
                        "@",
                        "`",
                        "ref: ",
                        "sre.query",
                        "attributes:",
                        "brief: ")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedWithAPlace(@ForAll("pieces") String text) {
        assertReadOrRefused(() -> RegistryReader.read(List.of(Registries.source("acme", text))));
    }

    @Property(tries = 100)
    void aRegistryWithAnyCharactersChangedIsReadOrRefusedWithAPlace(
            @ForAll long seed, @ForAll("pieces") String replacement) {
        Random random = new Random(seed);
        int from = random.nextInt(TOOL.length());
        int to = Math.min(TOOL.length(), from + random.nextInt(40));

        String text = TOOL.substring(0, from) + replacement + TOOL.substring(to);

        String own =
                text.replace("sre.", "acme.").replace("span.tool", "span.acme").replace("tool.{", "call.{");
        assertReadOrRefused(() -> Registries.compose(Registries.source("acme", own)));
    }

    private static void assertReadOrRefused(ThrowingCallable reading) {
        Throwable thrown = catchThrowable(reading);
        if (thrown != null) {
            assertThat(thrown)
                    .isInstanceOf(InvalidRegistryException.class)
                    .hasMessageMatching("[a-z_]+(/registry)?\\.(yaml|index):\\d+:\\d+: .+");
        }
    }
}
