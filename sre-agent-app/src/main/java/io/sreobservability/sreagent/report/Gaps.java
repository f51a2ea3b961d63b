package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.SpecialistResult;
import java.util.ArrayList;
import java.util.List;

/** What could not be looked at. Nobody may switch this off: what is not said to be missing is taken for seen. */
final class Gaps {
    private Gaps() {}

    static List<String> lines(Investigation investigation) {
        List<String> gaps = new ArrayList<>();
        if (investigation.memory().gap() != null) {
            gaps.add("- " + Markdown.text(investigation.memory().gap()));
        }
        for (SpecialistResult result : investigation.results()) {
            result.gaps().forEach(gap -> gaps.add("- " + result.agent().displayName() + ": " + Markdown.text(gap)));
        }
        if (!gaps.isEmpty()) {
            gaps.addAll(0, List.of("## Gaps", "", "What these would have shown is not known:", ""));
        }
        return gaps;
    }
}
