package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.tool.ToolCaller;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolResult;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When nobody waits for an investigation any more, all that works on it stops, and nothing else does. */
@Timeout(30)
class CancellationTest {
    private static final String SLOW = "API response times have degraded";
    private static final OfflineChatModel OFFLINE = new OfflineChatModel();

    private final CountDownLatch working = new CountDownLatch(3);
    private final CountDownLatch interrupted = new CountDownLatch(3);

    @Test
    void anInterruptReachesModelAndToolsOfEveryAgentWhileTheSupervisorStaysInUse() throws Exception {
        AtomicReference<Throwable> end = new AtomicReference<>();
        ToolCaller tools = (tool, arguments) -> {
            block(interrupted);
            Thread.currentThread().interrupt();
            return ToolResult.failure(tool, "interrupted", "interrupted");
        };
        RoleModels models = role -> role.equals("metrics") ? blocking(interrupted) : OFFLINE;
        try (Supervisor supervisor = supervisor(models, tools, Limits.standard())) {
            Thread caller =
                    new Thread(() -> end.set(catchThrowable(() -> supervisor.investigate("i1", "Alice", "s1", SLOW))));
            caller.start();
            assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();

            caller.interrupt();
            caller.join();

            assertThat(end.get())
                    .isInstanceOf(InvestigationException.class)
                    .hasMessage("the investigation was interrupted");
            assertThat(interrupted.await(10, TimeUnit.SECONDS))
                    .as("all three agents were told")
                    .isTrue();
        }
    }

    @Test
    void theEndOfOneInvestigationDoesNotTouchAnother() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicReference<Investigation> first = new AtomicReference<>();
        ToolCaller tools = (tool, arguments) -> {
            if (working.getCount() > 0) {
                working.countDown();
                await(release, interrupted);
            }
            return ToolResult.success(tool, "{}");
        };
        try (Supervisor supervisor = supervisor(role -> OFFLINE, tools, Limits.standard())) {
            Thread caller = new Thread(() -> first.set(supervisor.investigate("i1", "Alice", "s1", SLOW)));
            caller.start();
            assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(supervisor.investigate("i2", "Carol", "s2", SLOW).failed())
                    .isFalse();
            release.countDown();
            caller.join();

            assertThat(first.get().results()).hasSize(3).noneMatch(SpecialistResult::failed);
            assertThat(interrupted.getCount()).as("interrupts").isEqualTo(3);
        }
    }

    @Test
    void aPlannerThatHangsIsInterruptedWhenTimeIsUp() throws Exception {
        Limits limits = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(2));
        CountDownLatch planner = new CountDownLatch(1);
        try (Supervisor supervisor =
                supervisor(role -> blocking(planner), (tool, arguments) -> ToolResult.success(tool, "{}"), limits)) {
            assertThatThrownBy(() -> supervisor.investigate("i1", "Alice", "s1", SLOW))
                    .hasMessageStartingWith("the investigation did not end within");
            assertThat(planner.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void block(CountDownLatch interrupts) {
        working.countDown();
        await(new CountDownLatch(1), interrupts);
    }

    private static void await(CountDownLatch latch, CountDownLatch interrupts) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            interrupts.countDown();
        }
    }

    private ChatModel blocking(CountDownLatch interrupts) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                block(interrupts);
                throw new CancellationException("interrupted");
            }
        };
    }

    private static Supervisor supervisor(RoleModels models, ToolCaller tools, Limits limits) {
        return new Supervisor(
                models,
                new MemoryClient(SeedMemoryStore.load()),
                new Specialists(models, ToolCatalog.standard(), tools, Progress.silent()),
                Progress.silent(),
                limits,
                Approver.automatic("Approved automatically."));
    }
}
