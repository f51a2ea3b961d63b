package io.sreobservability.registry.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"supervisor.investigate", "tool.{tool_name}", "tool.a1_b.attempt", "x"})
    void aNameOfTheGrammarIsReadAndWrittenUnchanged(String text) {
        assertThat(SpanName.parse(text)).get().hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tool.",
                ".tool",
                "tool..x",
                "tool.GetPods",
                "tool.get-pods",
                "tool.1x",
                "tool.{x",
                "tool.{X}",
                "tool.a{x}"
            })
    void whateverElseIsRefused(String text) {
        assertThat(SpanName.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tool.GetPods, tool.get_pods",
        "tool.getHTTPStatus, tool.get_http_status",
        "Tool.get-pods, tool.get_pods",
        "tool.get pods., tool.get_pods",
        "tool.{toolName}, tool.{tool_name}",
        "tool.2nd_try, tool.nd_try",
    })
    void theNearestNameOfTheGrammarIsFound(String text, String corrected) {
        assertThat(SpanName.corrected(text)).contains(corrected);
        assertThat(SpanName.parse(corrected)).isPresent();
    }

    @Test
    void nothingIsSuggestedForTextWithoutAWord() {
        assertThat(SpanName.corrected("...!")).isEmpty();
    }

    @Test
    void aTemplateFillsWhatIsKnownAndKeepsTheRest() {
        Template template = new Template("{a}/{b}");

        assertThat(template.placeholders()).containsExactly("a", "b");
        assertThat(template.fill(Map.of("a", "$1"))).isEqualTo("$1/{b}");
    }

    @Test
    void distanceCountsASwapOfNeighboursOnce() {
        assertThat(NearestName.distance("uesr", "user")).isEqualTo(1);
        assertThat(NearestName.distance("", "abc")).isEqualTo(3);
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    }
}
