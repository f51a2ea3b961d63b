package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.sreobservability.sreagent.memory.AbsentMemoryStore;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.model.ModelException;
import io.sreobservability.sreagent.model.ModelFailure;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.report.MarkdownReport;
import io.sreobservability.sreagent.tool.ToolCaller;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class SupervisorTest {
    private static final String SLOW = "API response times have degraded";
    private static final String FINE = "{\"pods\":[{\"name\":\"web-1\",\"status\":\"Running\"}]}";
    private static final OfflineChatModel OFFLINE = new OfflineChatModel();

    private final ToolCatalog catalog = ToolCatalog.standard();

    @Test
    void theSelectedAgentsRunAtTheSameTime() {
        CyclicBarrier allThree = new CyclicBarrier(3);
        Map<String, Boolean> met = new ConcurrentHashMap<>();
        Investigation investigation = investigate((tool, arguments) -> {
            // Each agent's first call waits for the other two: only agents that run side by side get past this.
            met.computeIfAbsent(Thread.currentThread().getName(), thread -> meet(allThree));
            return ToolResult.success(tool, FINE);
        });

        assertThat(met.values()).containsExactly(true, true, true);
        assertThat(investigation.results())
                .extracting(SpecialistResult::agent)
                .containsExactly(AgentType.METRICS, AgentType.LOGS, AgentType.KUBERNETES);
    }

    @Test
    void theCallersContextReachesEveryToolCall() {
        ContextKey<String> key = ContextKey.named("test");
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Runnable investigation = () -> investigate((tool, arguments) -> {
            seen.add(String.valueOf(Context.current().get(key)));
            return ToolResult.success(tool, FINE);
        });

        Context.current().with(key, "mine").wrap(investigation).run();

        assertThat(seen).containsExactly("mine");
    }

    @Test
    void aSpecialistWhoseToolsAreDownReportsTheGapAndTheOthersGoOn() {
        Investigation investigation = investigate((tool, arguments) -> tool.contains("log")
                ? ToolResult.failure(tool, "connection_refused", "Tool " + tool + ": nobody answers.")
                : ToolResult.success(tool, FINE));

        SpecialistResult logs = investigation.results().get(1);
        assertThat(logs.failed()).isTrue();
        assertThat(logs.errorType()).isEqualTo("connection_refused");
        assertThat(logs.gaps()).isNotEmpty().allMatch(gap -> gap.endsWith("nobody answers."));
        assertThat(investigation.failed()).isFalse();
        assertThat(investigation.results().get(0).failed()).isFalse();
    }

    @Test
    void anInvestigationFailsOnlyWhenEveryAgentDid() {
        Investigation investigation =
                investigate((tool, arguments) -> ToolResult.failure(tool, "connection_refused", "down"));

        assertThat(investigation.failed()).isTrue();
        assertThat(investigation.errorType()).isEqualTo("connection_refused");
    }

    @Test
    void aSpecialistWhoseModelFailsDoesNotTakeTheOthersWithIt() {
        RoleModels models = role -> role.equals("metrics") ? failing("no model") : OFFLINE;

        Investigation investigation = investigate(models, Limits.standard(), new MemoryClient(SeedMemoryStore.load()));

        SpecialistResult metrics = investigation.results().get(0);
        assertThat(metrics.failed()).isTrue();
        assertThat(metrics.gaps())
                .containsExactly(
                        "Performance Metrics Agent failed: an internal error (IllegalStateException); the log says more");
        assertThat(investigation.results()).hasSize(3);
    }

    @Test
    void aSpecialistThatTakesTooLongIsLeftBehind() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Limits limits = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(20));
        Specialists specialists = specialists(role -> OFFLINE, (tool, arguments) -> {
            if (tool.contains("log")) {
                waitForInterrupt(interrupted);
                // As a tool client does: it answers with a failure and leaves the mark.
                Thread.currentThread().interrupt();
                return ToolResult.failure(tool, "interrupted", "interrupted");
            }
            return ToolResult.success(tool, FINE);
        });
        try (Supervisor supervisor = new Supervisor(
                role -> OFFLINE, new MemoryClient(SeedMemoryStore.load()), specialists, Progress.silent(), limits)) {
            Investigation investigation = supervisor.investigate("investigation_1", "Alice", "s", SLOW);

            assertThat(investigation.results().get(1).errorType()).isEqualTo("timeout");
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatIsMissingOfThePlannedAgentsToolsIsSaidInThePlan() {
        List<String> asked = new CopyOnWriteArrayList<>();
        ToolCaller lacking = new ToolCaller() {
            @Override
            public ToolResult call(String tool, Map<String, Object> arguments) {
                return ToolResult.success(tool, FINE);
            }

            @Override
            public Optional<String> missing(Collection<String> tools) {
                asked.addAll(tools);
                return Optional.of("The gateway does not offer search_logs.");
            }
        };
        assertThat(investigate(lacking).route().reason()).endsWith(" The gateway does not offer search_logs.");
        assertThat(asked).contains("search_logs", "get_pod_status").doesNotContain("search_runbooks");
    }

    @Test
    void aSpecialistLeftBehindIsReportedOnceAndCallsNoFurtherTool() throws Exception {
        Limits limits = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(20));
        Done done = new Done();
        List<Thread> late = new CopyOnWriteArrayList<>();
        ToolCaller tools = (tool, arguments) -> {
            if (tool.contains("log")) {
                late.add(Thread.currentThread());
                waitForInterrupt(new CountDownLatch(1));
                // As a tool client does: it answers with a failure and leaves the mark.
                Thread.currentThread().interrupt();
                return ToolResult.failure(tool, "interrupted", "interrupted");
            }
            return ToolResult.success(tool, FINE);
        };
        Specialists specialists = new Specialists(role -> OFFLINE, catalog, tools, done);
        try (Supervisor supervisor =
                new Supervisor(role -> OFFLINE, new MemoryClient(SeedMemoryStore.load()), specialists, done, limits)) {
            supervisor.investigate("investigation_1", "Alice", "s", SLOW);
        }
        late.get(0).join();

        assertThat(late).as("tool calls of the agent left behind").hasSize(1);
        assertThat(done.results)
                .extracting(SpecialistResult::agent)
                .containsExactlyInAnyOrder(AgentType.METRICS, AgentType.LOGS, AgentType.KUBERNETES);
    }

    @Test
    void anInvestigationThatFindsNothingInTimeEndsWithOneSentenceHereAndInTheLog() throws Exception {
        Done done = new Done();
        CountDownLatch interrupted = new CountDownLatch(1);
        RoleModels hanging = role -> new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                waitForInterrupt(interrupted);
                throw new IllegalStateException("nobody waits");
            }
        };
        Specialists specialists =
                new Specialists(hanging, catalog, (tool, arguments) -> ToolResult.success(tool, FINE), done);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try (Supervisor supervisor = new Supervisor(
                hanging,
                new MemoryClient(SeedMemoryStore.load()),
                specialists,
                done,
                new Limits(Duration.ofSeconds(20), Duration.ofSeconds(2)))) {
            assertThatThrownBy(() -> supervisor.investigate("investigation_1", "Alice", "s", SLOW))
                    .isInstanceOf(InvestigationException.class)
                    .hasMessage("the investigation did not end within 2 s");
        } finally {
            root.detachAppender(log);
        }

        assertThat(interrupted.await(10, TimeUnit.SECONDS))
                .as("planner stopped")
                .isTrue();
        assertThat(done.results).isEmpty();
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("the investigation did not end within 2 s");
    }

    @Test
    void theWordsOfAnUnforeseenFailureStayInside() {
        RoleModels models = role -> failing("a secret of the inside");
        MemoryClient memory = new MemoryClient(SeedMemoryStore.load());

        assertThatThrownBy(() -> investigate(models, Limits.standard(), memory))
                .isInstanceOf(InvestigationException.class)
                .hasMessage(
                        "the investigation broke off: an internal error (IllegalStateException); the log says more");
    }

    @Test
    void aModelThatRefusesToPlanForGoodEndsTheInvestigationWithItsOwnWords() {
        RoleModels models = role -> failing(ModelFailure.NO_CREDENTIALS);
        MemoryClient memory = new MemoryClient(SeedMemoryStore.load());

        assertThatThrownBy(() -> investigate(models, Limits.standard(), memory))
                .hasMessage("the investigation broke off: no_credentials: do this.");
    }

    @Test
    void aPlannerThatIsAwayForAMomentIsReplacedByTheDefaultPlan() {
        RoleModels models = role -> role.equals("analyze") ? failing(ModelFailure.THROTTLED) : OFFLINE;

        Investigation investigation = investigate(models, Limits.standard(), new MemoryClient(SeedMemoryStore.load()));

        assertThat(investigation.plan().reasoning())
                .isEqualTo("Default plan: throttled: do this, so metrics and logs are asked.");
        assertThat(investigation.results()).hasSize(2).noneMatch(SpecialistResult::failed);
    }

    @Test
    void findingsAreReportedEvenIfTheModelDoesNotSumThemUp() {
        RoleModels models = role -> role.equals("aggregate") ? failing(ModelFailure.OVERLOADED) : OFFLINE;

        Investigation investigation = investigate(models, Limits.standard(), new MemoryClient(SeedMemoryStore.load()));

        assertThat(investigation.summary().rootCause())
                .isEqualTo("Not summed up, see the findings: overloaded: do this.");
        assertThat(investigation.findings()).isNotEmpty();
    }

    @Test
    void withoutMemoryTheInvestigationGoesOn() {
        AbsentMemoryStore away = new AbsentMemoryStore();

        Investigation investigation = investigate(role -> OFFLINE, Limits.standard(), new MemoryClient(away));

        assertThat(investigation.preferences()).isEqualTo(new UserPreferences(List.of()));
        assertThat(investigation.memory().gap()).startsWith("Memory: memory is away. Preferences, knowledge");
        assertThat(investigation.failed()).isFalse();
        assertThat(away.tries()).as("it is not tried again").isEqualTo(1);
    }

    @Test
    void aWishThatCouldNotBeStoredCountsThisOnceAndIsNotSaidToBeNoted() {
        MemoryClient away = new MemoryClient(new AbsentMemoryStore());
        Specialists specialists = specialists(role -> OFFLINE, (tool, arguments) -> ToolResult.success(tool, FINE));
        try (Supervisor supervisor = new Supervisor(role -> OFFLINE, away, specialists, Progress.silent())) {
            Investigation investigation = supervisor.investigate(
                    "investigation_1", "Alice", "s", SLOW + ", escalate to jane.doe@ops.company.com.");

            assertThat(investigation.memory().noted().isEmpty()).isTrue();
            assertThat(investigation.preferences().toJson().toString()).contains("jane.doe@ops.company.com");
            assertThat(MarkdownReport.of(investigation)).doesNotContain("Noted");
        }
    }

    @Test
    void aWishInTheQueryCountsThoughMemoryIsAway() {
        Specialists specialists = specialists(role -> OFFLINE, (tool, arguments) -> ToolResult.success(tool, FINE));
        MemoryClient memory = new MemoryClient(new AbsentMemoryStore());
        try (Supervisor supervisor = new Supervisor(role -> OFFLINE, memory, specialists, Progress.silent())) {
            Investigation investigation = supervisor.investigate(
                    "investigation_1", "Alice", "s", SLOW + ", escalate to ops.lead@example.com");

            assertThat(investigation.preferences().escalation().primaryContact())
                    .contains("ops.lead@example.com");
        }
    }

    @Test
    void onlySeverityAboveTheUsersThresholdEscalates() {
        ToolCaller slow = (tool, arguments) -> ToolResult.success(tool, """
                {"metrics":[
                  {"timestamp":"2026-01-01T14:20:00Z","service":"shop","endpoint":"/","response_time_ms":150},
                  {"timestamp":"2026-01-01T14:24:00Z","service":"shop","endpoint":"/","response_time_ms":5000}]}""");

        assertThat(investigate("Alice", slow).summary().severity()).isEqualTo(Severity.HIGH);
        assertThat(investigate("Alice", slow).summary().escalated()).isFalse();
        assertThat(investigate("Carol", slow).summary().escalationType()).isEqualTo("severity_threshold");
    }

    private Investigation investigate(ToolCaller tools) {
        return investigate("Alice", tools);
    }

    private Investigation investigate(String user, ToolCaller tools) {
        try (Supervisor supervisor = new Supervisor(
                role -> OFFLINE,
                new MemoryClient(SeedMemoryStore.load()),
                specialists(role -> OFFLINE, tools),
                Progress.silent())) {
            return supervisor.investigate("investigation_1", user, "s", SLOW);
        }
    }

    private Investigation investigate(RoleModels models, Limits limits, MemoryClient memory) {
        Specialists specialists = specialists(models, (tool, arguments) -> ToolResult.success(tool, FINE));
        try (Supervisor supervisor = new Supervisor(models, memory, specialists, Progress.silent(), limits)) {
            return supervisor.investigate("investigation_1", "Alice", "s", SLOW);
        }
    }

    private Specialists specialists(RoleModels models, ToolCaller tools) {
        return new Specialists(models, catalog, tools, Progress.silent());
    }

    private static boolean meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    private static void waitForInterrupt(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }

    private static ChatModel failing(String message) {
        return failing(new IllegalStateException(message));
    }

    private static ChatModel failing(ModelFailure failure) {
        Exception cause = new IOException("what nobody should read");
        return failing(new ModelException(failure, failure.code() + ": do this.", cause));
    }

    private static ChatModel failing(RuntimeException exception) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                throw exception;
            }
        };
    }

    /** Remembers which agents were reported as done. */
    private static final class Done implements Progress {
        private final List<SpecialistResult> results = new CopyOnWriteArrayList<>();

        @Override
        public void agentDone(SpecialistResult result) {
            results.add(result);
        }
    }
}
