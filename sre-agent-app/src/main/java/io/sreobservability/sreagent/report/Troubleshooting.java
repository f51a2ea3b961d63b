package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Investigation;
import java.util.ArrayList;
import java.util.List;

/** For those who want them: the steps of the guide that fits best. */
final class Troubleshooting {
    private Troubleshooting() {}

    static List<String> lines(Investigation investigation) {
        List<String> steps = investigation.summary().troubleshooting();
        if (steps.isEmpty() || !investigation.preferences().style().troubleshootingSteps()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("## Troubleshooting steps", ""));
        lines.addAll(Numbered.of(steps));
        return lines;
    }
}
