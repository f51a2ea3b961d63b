package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.agent.InvestigationPlan.Complexity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanParserTest {

    @Test
    void aPlanIsReadInItsOrder() {
        InvestigationPlan plan = PlanParser.parse("""
                Here is the plan:
                ```json
                {"steps": ["look at pods", "read logs"], "agents_sequence": ["kubernetes_agent", "logs"],
                 "complexity": "complex", "auto_execute": false, "reasoning": "because"}
                ```""");

        assertThat(plan.steps())
                .containsExactly(
                        new PlanStep(AgentType.KUBERNETES, "look at pods"), new PlanStep(AgentType.LOGS, "read logs"));
        assertThat(plan.complexity()).isEqualTo(Complexity.COMPLEX);
        assertThat(plan.autoExecute()).isFalse();
        assertThat(plan.reasoning()).isEqualTo("because");
    }

    @Test
    void stepsInOneTextAreSplitAtTheirLines() {
        InvestigationPlan plan = PlanParser.parse(
                "{\"steps\": \"1. a\\n2. b\", \"agents_sequence\": [\"metrics_agent\", \"logs_agent\"]}");

        assertThat(plan.steps()).extracting(PlanStep::task).containsExactly("a", "b");
    }

    @Test
    void anAgentNamedTwiceIsSentOnce() {
        InvestigationPlan plan = PlanParser.parse("{\"agents_sequence\": [\"logs_agent\", \"logs_agent\"]}");

        assertThat(plan.agents()).containsExactly(AgentType.LOGS);
    }

    @Test
    void aPlanThatMemoryAloneAnswersSendsNobody() {
        InvestigationPlan plan =
                PlanParser.parse("{\"agents_sequence\": [], \"memory_only\": true, \"reasoning\": \"r\"}");

        assertThat(plan.agents()).isEmpty();
        assertThat(plan.needsApproval(new UserPreferences(List.of()))).isFalse();
        assertThat(plan.reasoning()).isEqualTo("r");
        assertThat(PlanParser.parse("{\"agents_sequence\": [\"logs\"], \"memory_only\": true}")
                        .agents())
                .as("whoever is named is sent")
                .containsExactly(AgentType.LOGS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|no plan",
                "I would ask everybody.|no plan",
                "{not json}|no plan",
                "{}|no plan",
                "{\"agents_sequence\": \"\"}|names no agents",
                "{\"agents_sequence\": [\"dba_agent\"]}|unknown agent"
            })
    void whatIsNoPlanBecomesTheDefaultPlanWhichSaysWhy(String answer, String why) {
        InvestigationPlan plan = PlanParser.parse(answer);

        assertThat(plan.agents()).containsExactly(AgentType.METRICS, AgentType.LOGS);
        assertThat(plan.autoExecute()).isTrue();
        assertThat(plan.reasoning()).startsWith("Default plan").contains(why);
    }
}
