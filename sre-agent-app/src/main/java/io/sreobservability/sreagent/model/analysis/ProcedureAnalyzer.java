package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.model.analysis.Observation.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Playbooks, guides and resolutions: anything with a list of steps or fixes. */
final class ProcedureAnalyzer implements Analyzer {
    private static final List<String> STEP_LISTS = List.of("steps", "resolution_steps", "quick_fixes");
    private static final List<String> TITLES = List.of("title", "issue", "name", "id", "playbook_id");
    private static final List<String> FACTS =
            List.of("severity", "estimated_resolution_time", "resolution_time", "root_cause");

    private final Vocabulary words;

    ProcedureAnalyzer(Vocabulary words) {
        this.words = words;
    }

    @Override
    public List<Observation> analyze(JsonNode answer) {
        List<Observation> found = new ArrayList<>();
        addProcedure(answer, found);
        Table.in(answer).forEach(table -> table.rows().forEach(row -> addProcedure(row, found)));
        return found;
    }

    private void addProcedure(JsonNode json, List<Observation> found) {
        JsonNode list = stepsOf(json);
        if (list == null) {
            return;
        }
        List<String> steps = new ArrayList<>();
        list.forEach(step -> steps.add(describe(step)));
        Row row = new Row(json, words);
        String title = row.text(TITLES).orElse("procedure");
        List<String> facts = new ArrayList<>(List.of(steps.size() + " steps"));
        for (String fact : FACTS) {
            if (json.path(fact).isTextual()) {
                facts.add(fact.replace('_', ' ') + " " + json.path(fact).asText());
            }
        }
        String text = title + " (" + String.join(", ", facts) + ")";
        found.add(new Observation(Kind.PROCEDURE, title, text, false, false, 0.6, false, null, List.copyOf(steps)));
    }

    private static @Nullable JsonNode stepsOf(JsonNode json) {
        for (String key : STEP_LISTS) {
            if (json.path(key).isArray() && !json.path(key).isEmpty()) {
                return json.path(key);
            }
        }
        return null;
    }

    /** A step may be a sentence or an object such as {action, command}. */
    private static String describe(JsonNode step) {
        if (step.isTextual()) {
            return step.asText();
        }
        List<String> parts = new ArrayList<>();
        step.forEach(part -> {
            if (part.isTextual()) {
                parts.add(part.asText());
            }
        });
        return String.join(" — ", parts);
    }
}
