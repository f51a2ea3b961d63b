package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.model.analysis.Observation.Kind;
import java.util.List;
import java.util.Map;

/**
 * An answer of nothing but an empty list: what was looked for does not occur, which is worth saying.
 *
 * @param request the arguments of the tool call
 */
record AbsenceAnalyzer(JsonNode request) implements Analyzer {
    private static final String LOOKED_FOR = "pattern";

    @Override
    public List<Observation> analyze(JsonNode answer) {
        if (answer.size() != 1
                || !answer.isObject()
                || !request.path(LOOKED_FOR).isTextual()) {
            return List.of();
        }
        Map.Entry<String, JsonNode> only = answer.properties().iterator().next();
        if (!only.getValue().isArray() || !only.getValue().isEmpty()) {
            return List.of();
        }
        String pattern = request.path(LOOKED_FOR).asText();
        String text = "none of the " + only.getKey().replace('_', ' ') + " mentions " + pattern;
        return List.of(Observation.note(Kind.ABSENT, pattern, text));
    }
}
