package io.sreobservability.sreagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.agent.AgentType;
import io.sreobservability.sreagent.agent.Inquiry;
import io.sreobservability.sreagent.agent.InvestigationPlan;
import io.sreobservability.sreagent.agent.PlanStep;
import io.sreobservability.sreagent.agent.RouteDecision;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private static final String HOSTILE = "look\u001B[2J at \u202E\u009Bpods\nfake line";

    @Test
    void whatAModelPlansCannotSteerTheTerminal() {
        StringWriter out = new StringWriter();
        InvestigationPlan plan = new InvestigationPlan(
                List.of(new PlanStep(AgentType.LOGS, HOSTILE)), InvestigationPlan.Complexity.SIMPLE, true, HOSTILE);

        try (ConsoleProgress progress = new ConsoleProgress(
                new Inquiry(HOSTILE, "Alice", "s"),
                new PrintWriter(out, true),
                ConsoleStyle.detect(Map.of("NO_COLOR", "1")))) {
            progress.begin("offline");
            progress.planned(plan, false);
            progress.routed(plan, new RouteDecision(List.of(AgentType.LOGS), HOSTILE));
        }

        assertThat(out.toString()).contains("look").doesNotContain("\u001B", "\u202E", "\u009B");
        assertThat(out.toString().lines()).noneMatch(line -> line.startsWith("fake line"));
    }
}
