package io.sreobservability.sreagent.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a model's summary. Severity and escalation are not its to decide: they come from the rules. */
final class SummaryParser {
    private SummaryParser() {}

    static Summary parse(String text, SeverityRule.Verdict verdict, Escalation escalation) {
        Optional<JsonNode> json = ModelJson.find(text, "answer", "root_cause", "impact");
        JsonNode answer = json.orElse(MissingNode.getInstance());
        return new Summary(
                answer.path("answer").asText(""),
                json.isPresent() ? answer.path("root_cause").asText("") : text,
                texts(answer.path("evidence")),
                answer.path("impact").asText(""),
                verdict.severity(),
                verdict.because()
                        .map(finding -> finding.text() + " [" + finding.tool() + "]")
                        .orElse(""),
                texts(answer.path("next_steps")),
                texts(answer.path("troubleshooting")),
                escalation);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return List.copyOf(texts);
    }
}
