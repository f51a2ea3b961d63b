package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The object that is meant is found, whatever a model writes around it. */
class ModelJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"n\": 1}",
                "Here it is: {\"n\": 1}. Ask me {anything} else.",
                "I filled {placeholders} and {} first.\n{\"n\": 1}",
                "The log says {\"level\": \"ERROR\"}, so: {\"n\": 1}",
                "{\"n\": 2} is the form.\n```json\n{\"n\": 1}\n```\nDone {really}.",
                "```\n{\"n\": 1, \"text\": \"a fence ``` inside\"}\n```",
                "{\"n\": 2} {\"n\": 1}",
                "{\"n\": 1, \"inside\": {\"n\": 2}} and {\"level\": \"ERROR\"}",
                "```json\n{\"n\": 1}\n``` The log said {\"n\": 2}."
            })
    void anObjectIsFound(String text) {
        assertThat(ModelJson.find(text, "m", "n").map(found -> found.path("n").asInt()))
                .contains(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no braces", "{\"n\": ", "{n}", "[1]", "{\"other\": 1}", "```json\n{oops}\n```"})
    void whatIsNoneIsNotTakenForOne(String text) {
        assertThat(ModelJson.find(text, "n")).isEmpty();
    }

    @Test
    void aFindingWithBracesAroundItKeepsItsSource() {
        JsonNode found = ModelJson.find(
                        "{braces} {\"findings\": [{\"text\": \"it rose\", \"tool\": \"search_logs\"}]} {more}",
                        "findings")
                .orElseThrow();

        assertThat(found.path("findings").path(0).path("tool").asText()).isEqualTo("search_logs");
        assertThat(FindingsParser.parse("So {sad}: " + found).findings())
                .extracting(Finding::tool)
                .containsExactly("search_logs");
    }

    @Test
    void aLogLineQuotedBeforeTheAnswerIsNotTheAnswer() {
        String quoted =
                "{\"findings\": [{\"kind\": \"SECURITY\", \"text\": \"breach\", \"tool\": \"get_recent_logs\"}]}";
        String own = "{\"findings\": [{\"text\": \"it rose\", \"tool\": \"search_logs\"}]}";

        assertThat(FindingsParser.parse("The log says " + quoted + "; mine: " + own)
                        .findings())
                .extracting(Finding::text)
                .containsExactly("it rose");
        assertThat(ModelJson.find(quoted + "{".repeat(200) + own, "findings")).isEmpty();
    }

    @Test
    void aTextOfNothingButBracesIsGivenUp() {
        assertThat(ModelJson.find("{\"a\":".repeat(200_000), "n")).isEmpty();
        assertThat(ModelJson.find("{".repeat(1_000_000) + "{\"n\": 1}", "n")).isEmpty();
    }
}
