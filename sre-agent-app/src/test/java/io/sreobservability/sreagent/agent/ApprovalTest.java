package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.PreferenceType;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.memory.UserPreference;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolResult;
import io.sreobservability.testing.RecordedTelemetry;
import io.sreobservability.testing.SreTelemetryTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan that changes something is carried out only after somebody said yes. */
@SreTelemetryTest
@Timeout(30)
class ApprovalTest {
    private static final String CHANGE = "response times are up, restart the web pods";
    private static final String LOOK = "response times are up";
    private static final OfflineChatModel OFFLINE = new OfflineChatModel();

    private final List<String> called = new CopyOnWriteArrayList<>();
    private final List<InvestigationPlan> asked = new ArrayList<>();

    @Test
    void aRejectedPlanEndsWithoutAgentsAndIsNotRemembered(RecordedTelemetry telemetry) {
        Investigation investigation = investigate(CHANGE, Approval.rejected("Rejected by the user."));

        assertThat(asked)
                .singleElement()
                .extracting(InvestigationPlan::autoExecute)
                .isEqualTo(false);
        assertThat(called).isEmpty();
        assertThat(investigation.declined()).isTrue();
        assertThat(investigation.failed()).isFalse();
        assertThat(investigation.results()).isEmpty();
        assertThat(investigation.route().reason()).endsWith(" Rejected by the user.");
        telemetry.assertSpan("supervisor.investigate").isRoot().succeeded();
        telemetry.assertSpan("supervisor.route_decision").succeeded().hasAttribute("sre.agents_selected", "");
        assertThat(telemetry.spans())
                .noneMatch(span -> span.getName().startsWith("agent.")
                        || span.getName().equals("supervisor.aggregate_results")
                        || span.getName().equals("memory.store"));
    }

    @Test
    void aRevisedPlanEndsWithoutAgentsToo() {
        Investigation investigation = investigate(CHANGE, Approval.revised("Something else was asked instead."));

        assertThat(investigation.declined()).isTrue();
        assertThat(called).isEmpty();
    }

    @Test
    void anApprovedPlanIsCarriedOutAndSaysWhoApprovedIt() {
        Investigation investigation = investigate(CHANGE, Approval.approved("Approved by the user."));

        assertThat(investigation.declined()).isFalse();
        assertThat(investigation.results()).isNotEmpty();
        assertThat(called).isNotEmpty();
        assertThat(investigation.route().reason()).endsWith(" Approved by the user.");
    }

    @Test
    void aSimplePlanIsCarriedOutUnasked() {
        Investigation investigation = investigate(LOOK, Approval.rejected("No."));

        assertThat(asked).isEmpty();
        assertThat(investigation.results()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SIMPLE, true, , false",
        "SIMPLE, false, , true",
        "SIMPLE, false, true, false",
        "SIMPLE, true, false, true",
        "COMPLEX, true, true, true"
    })
    void aComplexPlanNeedsApprovalAndASimpleOneAsTheUserElseThePlannerSays(
            InvestigationPlan.Complexity complexity, boolean auto, Boolean preferred, boolean needed) {
        InvestigationPlan plan =
                new InvestigationPlan(List.of(new PlanStep(AgentType.LOGS, "look")), complexity, auto, "because");
        List<UserPreference> preferences = preferred == null
                ? List.of()
                : List.of(new UserPreference(
                        "Alice",
                        PreferenceType.WORKFLOW,
                        Map.of("auto_approve_simple_plans", preferred),
                        "",
                        Instant.EPOCH));

        assertThat(plan.needsApproval(new UserPreferences(preferences))).isEqualTo(needed);
    }

    @Test
    void theDiagramIsThatOfTheGraphWithItsCondition() {
        try (Supervisor supervisor = supervisor(Approval.NOT_NEEDED)) {
            assertThat(supervisor.diagram())
                    .startsWith("---\ntitle: SRE investigation")
                    .contains("flowchart TD", "prepare", "supervisor", "approved", "rejected", "revised", "aggregate")
                    .contains("kubernetes", "logs", "metrics", "runbooks");
        }
    }

    private Investigation investigate(String query, Approval decision) {
        try (Supervisor supervisor = supervisor(decision)) {
            return supervisor.investigate("investigation_4f1c2a9be07d3385", "Alice", "session-1", query);
        }
    }

    private Supervisor supervisor(Approval decision) {
        Specialists specialists = new Specialists(
                role -> OFFLINE,
                ToolCatalog.standard(),
                (tool, arguments) -> {
                    called.add(tool);
                    return ToolResult.success(tool, "{\"pods\":[{\"name\":\"web-1\",\"status\":\"Running\"}]}");
                },
                Progress.silent());
        Approver approver = plan -> {
            asked.add(plan);
            return decision;
        };
        return new Supervisor(
                role -> OFFLINE,
                new MemoryClient(SeedMemoryStore.load()),
                specialists,
                Progress.silent(),
                Limits.standard(),
                approver);
    }
}
