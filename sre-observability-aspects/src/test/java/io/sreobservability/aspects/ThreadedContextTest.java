package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.fixture.Crew;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Work that is handed to other threads stays below the span that handed it over, if OpenTelemetry's own wrappers take the
 * context along, and leaves nothing on the threads. What docs/context.md says is held here.
 */
class ThreadedContextTest {
    private static final String INVESTIGATION = "investigation_4f1c2a9be07d3385";
    private static final int TASKS = 24;
    private static final int THREADS = 3;

    private final RecordedTelemetry telemetry = RecordedTelemetry.install();
    private final Crew crew = new Crew();
    private final long staleBefore = SreObservability.selfCounters().staleFrames();

    @AfterEach
    void nothingIsLeftBehind() {
        telemetry.close();
        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(SreObservability.selfCounters().staleFrames()).isEqualTo(staleBefore);
    }

    private enum Pool {
        FIXED {
            @Override
            ExecutorService start() {
                return Executors.newFixedThreadPool(THREADS);
            }
        },
        CACHED {
            @Override
            ExecutorService start() {
                return Executors.newCachedThreadPool();
            }
        },
        SCHEDULED {
            @Override
            ExecutorService start() {
                return Executors.newScheduledThreadPool(THREADS);
            }
        },
        FORK_JOIN {
            @Override
            ExecutorService start() {
                return new ForkJoinPool(THREADS);
            }
        };

        abstract ExecutorService start();
    }

    @ParameterizedTest
    @EnumSource
    void tasksOfAWrappedPoolAreBelowTheSpanThatSubmittedThem(Pool kind) throws Exception {
        ExecutorService pool = kind.start();
        try {
            ExecutorService wrapped = Context.taskWrapping(pool);
            investigate(() -> results(wrapped.invokeAll(tools(TASKS))));

            assertAllBelowTheInvestigation(TASKS);
            assertNothingIsLeftOn(pool);
        } finally {
            end(pool);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tasksOfABarePoolAreTracesOfTheirOwn(Pool kind) throws Exception {
        ExecutorService pool = kind.start();
        try {
            investigate(() -> results(pool.invokeAll(tools(TASKS))));

            assertThat(toolSpans()).hasSize(TASKS).allSatisfy(tool -> {
                assertThat(tool.getParentSpanId()).isEqualTo(SpanId.getInvalid());
                assertThat(text(tool, "sre.user_id")).isNull();
            });
            assertNothingIsLeftOn(pool);
        } finally {
            end(pool);
        }
    }

    @Test
    void aTaskThatRunsLaterIsStillBelowTheSpanThatScheduledIt() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
        try {
            Future<String> later = investigate(
                    () -> pool.schedule(Context.current().wrap(() -> crew.tool("later")), 1, TimeUnit.MILLISECONDS));

            assertThat(later.get()).isEqualTo("later");
            assertAllBelowTheInvestigation(1);
        } finally {
            end(pool);
        }
    }

    @Test
    void tasksThatForkAreBelowTheSpanInWhichTheyWereMade() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(THREADS);
        try {
            assertThat(investigate(() -> pool.invoke(new Tools(0, TASKS)))).isEqualTo(TASKS);

            assertAllBelowTheInvestigation(TASKS);
            assertNothingIsLeftOn(pool);
        } finally {
            end(pool);
        }
    }

    /** The pattern of docs/context.md: the context is taken where the task is made, and is current while it computes. */
    private final class Tools extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1L;

        private final transient Context context = Context.current();
        private final int from;
        private final int to;

        Tools(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            return context.wrapSupplier(this::call).get();
        }

        private int call() {
            if (to - from == 1) {
                crew.tool("t" + from);
                return 1;
            }
            int middle = (from + to) / 2;
            ForkJoinTask<Integer> left = new Tools(from, middle).fork();
            return new Tools(middle, to).invoke() + left.join();
        }
    }

    @Test
    void aParallelStreamIsBelowTheSpanWhoseContextItsFunctionTakesAlong() throws Exception {
        List<String> names = investigate(() -> IntStream.range(0, TASKS)
                .parallel()
                .mapToObj(i -> "t" + i)
                .map(Context.current().wrapFunction(crew::tool))
                .toList());

        assertThat(names).hasSize(TASKS);
        assertAllBelowTheInvestigation(TASKS);
        assertThat(ForkJoinPool.commonPool().submit(Context::current).get()).isSameAs(Context.root());
    }

    @Test
    void aFutureIsBelowTheSpanWhoseContextItsSupplierTakesAlong() throws Exception {
        investigate(() -> CompletableFuture.supplyAsync(Context.current().wrapSupplier(() -> crew.tool("a")))
                .get());

        assertAllBelowTheInvestigation(1);
        assertThat(ForkJoinPool.commonPool().submit(Context::current).get()).isSameAs(Context.root());
    }

    @Test
    void stagesOfAWrappedExecutorAreBelowTheSpanToo() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            ExecutorService wrapped = Context.taskWrapping(pool);
            investigate(() -> CompletableFuture.supplyAsync(() -> crew.tool("a"), wrapped)
                    .thenApplyAsync(crew::tool, wrapped)
                    .get());

            assertAllBelowTheInvestigation(2);
            assertNothingIsLeftOn(pool);
        } finally {
            end(pool);
        }
    }

    @Test
    void aStageThatAStrangerCompletesNeedsTheContextInItsFunction() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<String> stage =
                investigate(() -> answer.thenApply(Context.current().wrapFunction(crew::tool)));
        Thread stranger = new Thread(() -> answer.complete("late"));
        stranger.start();
        stranger.join();

        assertThat(stage).isCompletedWithValue("late");
        assertAllBelowTheInvestigation(1);
    }

    @Test
    void parallelBranchesKeepTheirOwnAgentAndShareTheInvestigation() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier bothInside = new CyclicBarrier(2);
            ExecutorService wrapped = Context.taskWrapping(pool);
            investigate(() -> results(wrapped.invokeAll(List.of(
                    branch(() -> crew.kubernetes(() -> {
                        await(bothInside);
                        crew.tool("pods");
                    })),
                    branch(() -> crew.logs(() -> {
                        await(bothInside);
                        crew.tool("search");
                    }))))));

            String root = telemetry.span("supervisor.investigate").getSpanId();
            Map<String, String> toolOfAgent = Map.of("kubernetes", "tool.pods", "logs", "tool.search");
            toolOfAgent.forEach((agent, tool) -> {
                SpanData agentSpan = telemetry.span("agent." + agent + ".execute");
                assertThat(agentSpan.getParentSpanId()).isEqualTo(root);
                assertThat(telemetry.span(tool).getParentSpanId()).isEqualTo(agentSpan.getSpanId());
                assertThat(text(telemetry.span(tool), "sre.agent_type")).isEqualTo(agent);
                assertInherits(telemetry.span(tool));
            });
            assertNothingIsLeftOn(pool);
        } finally {
            end(pool);
        }
    }

    @Test
    void workThatOutlivesItsSpanIsStillItsChild() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            CyclicBarrier investigationIsOver = new CyclicBarrier(2);
            Future<String> late =
                    investigate(() -> pool.submit(Context.current().wrap(() -> {
                        await(investigationIsOver);
                        return crew.tool("late");
                    })));
            await(investigationIsOver);

            assertThat(late.get()).isEqualTo("late");
            assertAllBelowTheInvestigation(1);
            assertNothingIsLeftOn(pool);
        } finally {
            end(pool);
        }
    }

    private <T> T investigate(Callable<T> work) throws Exception {
        return crew.investigate(INVESTIGATION, "Alice", "session-1", work);
    }

    private List<Callable<String>> tools(int count) {
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "t" + i;
            tasks.add(() -> {
                Context before = Context.current();
                String result = crew.tool(name);
                assertThat(Context.current()).isSameAs(before);
                return result;
            });
        }
        return tasks;
    }

    private static <T> List<T> results(List<Future<T>> done) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : done) {
            results.add(future.get());
        }
        return results;
    }

    private static Callable<Boolean> branch(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    private List<SpanData> toolSpans() {
        return telemetry.spans().stream()
                .filter(span -> span.getName().startsWith("tool."))
                .toList();
    }

    private void assertAllBelowTheInvestigation(int count) {
        String root = telemetry.span("supervisor.investigate").getSpanId();
        assertThat(toolSpans()).hasSize(count).allSatisfy(tool -> {
            assertThat(tool.getParentSpanId()).isEqualTo(root);
            assertThat(text(tool, "sre.agent_type")).isEqualTo("supervisor");
            assertInherits(tool);
        });
    }

    private static void assertInherits(SpanData span) {
        assertThat(text(span, "sre.investigation_id")).isEqualTo(INVESTIGATION);
        assertThat(text(span, "sre.user_id")).isEqualTo("Alice");
        assertThat(text(span, "sre.session_id")).isEqualTo("session-1");
        assertThat(text(span, "session.id")).isEqualTo("session-1");
    }

    /** As many bare tasks at once as the pool has threads, so that each thread is looked at. */
    private void assertNothingIsLeftOn(ExecutorService pool) throws Exception {
        int threads = pool instanceof ThreadPoolExecutor counted ? counted.getPoolSize() : THREADS;
        CyclicBarrier all = new CyclicBarrier(threads);
        List<Future<Context>> found = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            found.add(pool.submit(() -> {
                await(all);
                crew.tool("probe");
                return Context.current();
            }));
        }
        for (Future<Context> context : found) {
            assertThat(context.get()).isSameAs(Context.root());
        }
        assertThat(telemetry.spans())
                .filteredOn(span -> span.getName().equals("tool.probe"))
                .hasSize(threads)
                .allSatisfy(probe -> assertThat(probe.getParentSpanId()).isEqualTo(SpanId.getInvalid()));
    }

    private static String text(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.stringKey(key));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void end(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
}
