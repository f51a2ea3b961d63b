package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Investigation;
import java.util.ArrayList;
import java.util.List;

/** What to do, most urgent first. */
final class NextSteps {
    private static final int IN_BRIEF = 3;

    private NextSteps() {}

    static List<String> lines(Investigation investigation) {
        if (investigation.results().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("## Next steps", ""));
        List<String> steps = investigation.summary().nextSteps();
        boolean brief = investigation.preferences().style().brief();
        lines.addAll(Numbered.of(brief ? steps.stream().limit(IN_BRIEF).toList() : steps));
        if (steps.isEmpty()) {
            lines.add("Nothing to do: the findings show no problem.");
        }
        return lines;
    }
}
