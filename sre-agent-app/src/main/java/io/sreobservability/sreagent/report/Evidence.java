package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Finding;
import io.sreobservability.sreagent.agent.Investigation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For those who want all of it: what each tool said beside the key findings. */
final class Evidence {
    private Evidence() {}

    static List<String> lines(Investigation investigation) {
        if (!Findings.wanted(investigation) || !Findings.allWanted(investigation)) {
            return List.of();
        }
        Map<String, List<String>> byTool = new LinkedHashMap<>();
        investigation.results().stream()
                .flatMap(result -> Findings.others(result, investigation).stream())
                .forEach(finding -> byTool.computeIfAbsent(tool(finding), tool -> new ArrayList<>())
                        .add(finding.text()));
        if (byTool.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("## Evidence"));
        byTool.forEach((tool, texts) -> {
            lines.addAll(List.of("", "### " + Markdown.text(tool), ""));
            texts.forEach(text -> lines.add("- " + Markdown.text(text)));
        });
        return lines;
    }

    private static String tool(Finding finding) {
        return finding.tool().isEmpty() ? "no source named" : finding.tool();
    }
}
