package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.model.analysis.Observation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A total with its parts by group. Such an answer does not say what was counted, so that comes from the request.
 *
 * @param request the arguments of the tool call
 */
record CountAnalyzer(JsonNode request) implements Analyzer {
    private static final String GROUP_BY = "group_by";

    @Override
    public List<Observation> analyze(JsonNode answer) {
        if (!answer.path("total_count").isNumber()) {
            return List.of();
        }
        String subject = subject();
        String text = answer.path("total_count").asText() + " counted" + (subject.isEmpty() ? "" : " for " + subject);
        if (request.path(GROUP_BY).isTextual()) {
            text += " by " + request.path(GROUP_BY).asText();
        }
        List<String> parts = parts(answer);
        return List.of(Observation.note(
                Kind.COUNT,
                subject.isEmpty() ? "total" : subject,
                parts.isEmpty() ? text : text + ": " + String.join(", ", parts)));
    }

    /** The arguments in words, such as "event type error". */
    private String subject() {
        List<String> arguments = new ArrayList<>();
        for (Map.Entry<String, JsonNode> argument : request.properties()) {
            if (!argument.getKey().equals(GROUP_BY)) {
                arguments.add(argument.getKey().replace('_', ' ') + " "
                        + argument.getValue().asText());
            }
        }
        return String.join(", ", arguments);
    }

    private static List<String> parts(JsonNode answer) {
        List<String> parts = new ArrayList<>();
        for (JsonNode part : answer.path("counts")) {
            String share = part.path("percentage").isNumber()
                    ? " (" + Quantity.number(part.path("percentage").asDouble()) + " %)"
                    : "";
            parts.add(part.path("group").asText() + " " + part.path("count").asText() + share);
        }
        return parts;
    }
}
