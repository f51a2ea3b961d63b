package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.sreobservability.sreagent.memory.Memory;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.MemoryJson;
import io.sreobservability.sreagent.memory.MemoryStore;
import io.sreobservability.sreagent.memory.Namespace;
import io.sreobservability.sreagent.memory.PreferenceType;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.memory.StoredMemory;
import io.sreobservability.sreagent.memory.UserPreference;
import io.sreobservability.sreagent.model.ModelException;
import io.sreobservability.sreagent.model.ModelFailure;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.report.MarkdownReport;
import io.sreobservability.sreagent.tool.ToolCaller;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time that is up or a model that fails costs what was not found yet, never what was. */
@Timeout(60)
class PartialResultsTest {
    private static final String SLOW = "API response times have degraded";
    private static final String ERROR_LINE =
            "{\"logs\":[{\"level\":\"ERROR\",\"service\":\"web\",\"message\":\"no route to host\"}]}";
    private static final OfflineChatModel OFFLINE = new OfflineChatModel();

    @Test
    void aSpecialistThatIsLeftBehindKeepsWhatItsToolsHadAnswered() {
        Limits limits = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(50));
        Set<String> agents = ConcurrentHashMap.newKeySet();
        ToolCaller tools = (tool, arguments) -> {
            if (tool.contains("log") && !agents.add("logs")) {
                waitForInterrupt();
                // As a tool client does: it answers with a failure and leaves the mark.
                Thread.currentThread().interrupt();
                return ToolResult.failure(tool, "interrupted", "interrupted");
            }
            return ToolResult.success(tool, ERROR_LINE);
        };

        Investigation investigation = investigate(role -> OFFLINE, tools, limits, SeedMemoryStore.load());

        SpecialistResult logs = investigation.results().get(1);
        assertThat(logs.findings()).extracting(Finding::text).anyMatch(text -> text.contains("no route to host"));
        assertThat(logs.toolsInvoked()).isEqualTo(1);
        assertThat(logs.failed()).isFalse();
        assertThat(logs.gaps())
                .containsExactly("Application Logs Agent did not end within 2 s."
                        + " Its findings are what its tools had answered until then, read by rule.");
        assertThat(MarkdownReport.of(investigation)).contains("no route to host", "did not end within 2 s");
    }

    @Test
    void aSpecialistWhoseModelFailsHalfWayKeepsCountsAndTokensToo() {
        RoleModels models = role -> role.equals("metrics") ? failingAfterItsTools() : OFFLINE;

        Investigation investigation = investigate(
                models,
                (tool, arguments) -> ToolResult.success(tool, ERROR_LINE),
                Limits.standard(),
                SeedMemoryStore.load());

        SpecialistResult metrics = investigation.results().get(0);
        assertThat(metrics.findings()).isNotEmpty();
        assertThat(metrics.toolsInvoked()).isPositive();
        assertThat(metrics.tokens()).isEqualTo(new TokenCount(100, 10));
        assertThat(metrics.gaps())
                .singleElement()
                .asString()
                .startsWith("Performance Metrics Agent failed: overloaded: do this. Its findings are");
    }

    @Test
    void whoWantsItToTakeLessTimeThanUsualIsNotKeptLonger() {
        assertThatThrownBy(() -> investigate(
                        role -> hanging(),
                        (tool, arguments) -> ToolResult.success(tool, "{}"),
                        Limits.standard(),
                        new ImpatientUser("0.02")))
                .isInstanceOf(InvestigationException.class)
                .hasMessage("the investigation did not end within 1 s,"
                        + " as max_investigation_time_minutes of its user wants it");
    }

    @Test
    void agentsThatAnApprovalLeavesLittleTimeAreBrokenOffInTimeForTheReport() {
        Limits limits = new Limits(Duration.ofSeconds(120), Duration.ofSeconds(3));
        ToolCaller tools = (tool, arguments) -> {
            if (tool.contains("log")) {
                waitForInterrupt();
                Thread.currentThread().interrupt();
            }
            return ToolResult.success(tool, ERROR_LINE);
        };
        Approver late = plan -> {
            boolean released = new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
            return Approval.approved(released ? "" : "Approved late.");
        };

        Investigation investigation =
                investigate(role -> OFFLINE, tools, limits, Progress.silent(), late, SLOW + ", restart the web pods");

        assertThat(investigation.route().reason()).endsWith("Approved late.");
        assertThat(investigation.results()).hasSizeGreaterThan(2);
        assertThat(result(investigation, AgentType.METRICS).findings()).isNotEmpty();
        assertThat(result(investigation, AgentType.LOGS).gaps())
                .singleElement()
                .asString()
                .matches("Application Logs Agent did not end within [012] s\\.");
    }

    @Test
    void aSummaryThatHangsCostsOnlyItself() {
        Limits limits = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(6));
        RoleModels models = role -> role.equals("aggregate") ? hanging() : OFFLINE;

        Investigation investigation = investigate(
                models, (tool, arguments) -> ToolResult.success(tool, ERROR_LINE), limits, SeedMemoryStore.load());

        assertThat(investigation.results()).hasSize(3).noneMatch(SpecialistResult::failed);
        assertThat(investigation.summary().rootCause())
                .startsWith("Not summed up, see the findings: the model did not answer within the ");
        assertThat(investigation.summary().escalation().reason()).startsWith("severity Low is not above");
        assertThat(MarkdownReport.of(investigation)).contains("Not summed up", "no route to host");
    }

    @Test
    void whenTimeIsUpWithoutAnEndWhatWasFoundIsReportedAndWhoHadNotComeBackIsNamed() {
        Limits limits = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(3));
        CountDownLatch others = new CountDownLatch(2);
        Progress stuck = new Progress() {
            @Override
            public void agentDone(SpecialistResult result) {
                if (result.agent() == AgentType.LOGS) {
                    waitForInterrupt();
                }
                others.countDown();
            }
        };

        Investigation investigation = investigate(
                role -> OFFLINE,
                (tool, arguments) -> ToolResult.success(tool, ERROR_LINE),
                limits,
                stuck,
                Approver.automatic(""),
                SLOW);

        assertThat(others.getCount()).isZero();
        assertThat(investigation.summary().rootCause())
                .isEqualTo("Not summed up, see the findings: the investigation did not end within 3 s.");
        assertThat(investigation.results())
                .extracting(SpecialistResult::agent)
                .containsExactly(AgentType.METRICS, AgentType.LOGS, AgentType.KUBERNETES);
        assertThat(result(investigation, AgentType.LOGS).errorType()).isEqualTo("timeout");
        assertThat(MarkdownReport.of(investigation))
                .contains("no route to host", "Application Logs Agent had not come back by then.");
    }

    private static SpecialistResult result(Investigation investigation, AgentType agent) {
        return investigation.results().stream()
                .filter(result -> result.agent() == agent)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void agentsAndSummaryGetAShareOfWhatIsLeftAndAWishNeverAddsAny() {
        AtomicLong now = new AtomicLong();
        Deadline deadline = new Deadline(Duration.ofMinutes(10), now::get);
        Duration usual = Duration.ofMinutes(2);

        assertThat(deadline.agents(usual)).isEqualTo(usual);
        assertThat(deadline.summary()).isEqualTo(Duration.ofMinutes(9));

        now.addAndGet(Duration.ofMinutes(9).toNanos());
        deadline.atMost(Duration.ofMinutes(30));
        assertThat(deadline.agents(usual)).isEqualTo(Duration.ofSeconds(48));
        assertThat(deadline.summary()).isEqualTo(Duration.ofSeconds(54));
        assertThat(deadline.inWords()).isEqualTo("600 s");

        now.set(Duration.ofSeconds(10).toNanos());
        deadline.atMost(Duration.ofMinutes(1));
        assertThat(deadline.agents(usual)).isEqualTo(Duration.ofSeconds(40));

        now.set(Duration.ofMinutes(5).toNanos());
        assertThat(deadline.agents(usual)).isZero();
        assertThat(deadline.summary()).isZero();
    }

    private static Investigation investigate(RoleModels models, ToolCaller tools, Limits limits, MemoryStore memory) {
        Specialists specialists = new Specialists(models, ToolCatalog.standard(), tools, Progress.silent());
        try (Supervisor supervisor =
                new Supervisor(models, new MemoryClient(memory), specialists, Progress.silent(), limits)) {
            return supervisor.investigate("investigation_1", "Alice", "s", SLOW);
        }
    }

    private static Investigation investigate(
            RoleModels models, ToolCaller tools, Limits limits, Progress progress, Approver approver, String query) {
        Specialists specialists = new Specialists(models, ToolCatalog.standard(), tools, progress);
        MemoryClient memory = new MemoryClient(SeedMemoryStore.load());
        try (Supervisor supervisor = new Supervisor(models, memory, specialists, progress, limits, approver)) {
            return supervisor.investigate("investigation_1", "Alice", "s", query);
        }
    }

    private static ChatModel hanging() {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                waitForInterrupt();
                throw new IllegalStateException("nobody waits");
            }
        };
    }

    private static void waitForInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            return;
        }
    }

    /** Chooses tools, and then is away. */
    private static ChatModel failingAfterItsTools() {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                if (request.messages().size() > 2) {
                    throw new ModelException(ModelFailure.OVERLOADED, "overloaded: do this.", new IOException("away"));
                }
                return ChatResponse.builder()
                        .aiMessage(OFFLINE.chat(request).aiMessage())
                        .tokenUsage(new TokenUsage(100, 10))
                        .build();
            }
        };
    }

    /** A memory with nothing in it but how long its user wants to wait. */
    private record ImpatientUser(String minutes) implements MemoryStore {
        @Override
        public List<StoredMemory> search(Namespace namespace, String query, int limit) {
            UserPreference wish = new UserPreference(
                    "Alice",
                    PreferenceType.WORKFLOW,
                    Map.of("max_investigation_time_minutes", minutes),
                    "",
                    Instant.EPOCH);
            return List.of(new StoredMemory("1", namespace.path(), MemoryJson.write(wish), Instant.EPOCH, null, 1));
        }

        @Override
        public void store(Namespace namespace, List<? extends Memory> memories) {}

        @Override
        public List<StoredMemory> list(String path) {
            return List.of();
        }
    }
}
