package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.engine.SpanEngine;
import io.sreobservability.aspects.fixture.Agent;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However a span is closed, it ends once, and no thread keeps a context that is not its own. */
class OpenSpanTest {
    private static final Context FOREIGN = Context.root().with(ContextKey.named("foreign"), "value");

    private final Agent agent = new Agent();
    private final RecordedTelemetry telemetry = RecordedTelemetry.install();

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(Context.current()).isSameAs(Context.root());
        telemetry.close();
    }

    private static void onAnotherThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String parentOf(SpanData span) {
        return span.getParentSpanId();
    }

    @Test
    void whatHappensAfterTheCloseBelongsToNothing() {
        OpenSpan span = Spans.tool("get_pods").start();
        span.close();
        span.set(StandardAttributes.SRE_USER_ID, "late").error("Late").fail(new IllegalStateException());
        span.close();

        assertThat(telemetry.metrics().get("ToolExecution").getHistogramData().getPoints())
                .singleElement()
                .satisfies(point -> assertThat(point.getCount()).isEqualTo(1));
        assertThat(telemetry.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(telemetry.onlySpan().getAttributes().get(StandardAttributes.SRE_USER_ID.key()))
                .isNull();
    }

    @Test
    void aFailureIsTheSpansWithItsEventAtThatMoment() {
        OpenSpan span = Spans.tool("get_pods").start();
        span.fail(new IllegalStateException("gone"));
        agent.callTool("get_nodes", Map.of());
        span.close();

        SpanData failed = telemetry.span("tool.get_pods");
        assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(failed.getEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.getEpochNanos())
                        .isBetween(
                                failed.getStartEpochNanos(),
                                telemetry.span("tool.get_nodes").getStartEpochNanos()));
        assertThat(telemetry.dimensionSets("ComponentError")).hasSize(1);
    }

    @Test
    void closedOutOfOrderTheInnerOneGoesOnAndGivesTheContextBackOfBoth() {
        OpenSpan outer = Spans.agent("logs").start();
        OpenSpan inner = Spans.tool("search_logs").start();

        outer.close();
        agent.callTool("get_pods", Map.of());
        inner.close();

        assertThat(Context.current()).isSameAs(Context.root());
        SpanData search = telemetry.span("tool.search_logs");
        assertThat(parentOf(search))
                .isEqualTo(telemetry.span("agent.logs.execute").getSpanId());
        assertThat(parentOf(telemetry.span("tool.get_pods"))).isEqualTo(search.getSpanId());
        assertThat(telemetry.metrics()).containsOnlyKeys("AgentInvocation", "ToolExecution");
    }

    @Test
    void closedInsideAWovenMethodTheMethodGoesOnAndGivesTheContextBackOfBoth() throws Exception {
        OpenSpan outer = Spans.agent("logs").start();

        agent.investigate("alice", "s", "q", () -> {
            outer.close();
            return agent.callTool("get_pods", Map.of());
        });

        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(parentOf(telemetry.span("tool.get_pods")))
                .isEqualTo(telemetry.span("supervisor.investigate").getSpanId());
        assertThat(telemetry.dimensionSets("AgentInvocation")).hasSize(4);
    }

    @Test
    void closedOnAnotherThreadTheSpanEndsAndItsOwnThreadHealsWithTheNextSpan() {
        OpenSpan span = Spans.tool("get_pods").start();
        AtomicReference<Context> otherContext = new AtomicReference<>();

        onAnotherThread(FOREIGN.wrap(() -> {
            span.set(StandardAttributes.SRE_USER_ID, "alice").close();
            otherContext.set(Context.current());
        }));
        assertThat(otherContext).hasValue(FOREIGN);
        assertThat(telemetry.onlySpan().getAttributes().get(StandardAttributes.SRE_USER_ID.key()))
                .isEqualTo("alice");
        assertThat(telemetry.dimensionSets("ToolExecution")).hasSize(1);

        agent.callTool("get_nodes", Map.of());

        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(parentOf(telemetry.span("tool.get_nodes"))).isEqualTo("0000000000000000");
    }

    @Test
    void closedOnAnotherThreadWhileACallIsInsideTheContextIsBackAfterThatCall() throws Exception {
        OpenSpan span = Spans.tool("get_pods").start();

        agent.investigate("alice", "s", "q", () -> {
            onAnotherThread(span::close);
            return 1;
        });

        assertThat(Context.current()).isSameAs(Context.root());
    }

    @Test
    void aSpanThatOutlivesTheCallAroundItIsEndedByItsHolderAlone() throws Exception {
        long stale = SreObservability.selfCounters().staleFrames();

        OpenSpan kept = agent.investigate(
                "alice", "s", "q", () -> Spans.tool("get_pods").start());

        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(telemetry.onlySpan().getName()).isEqualTo("supervisor.investigate");
        assertThat(SreObservability.selfCounters().staleFrames()).isEqualTo(stale + 1);
        agent.callTool("get_nodes", Map.of());
        kept.close();
        assertThat(parentOf(telemetry.span("tool.get_pods")))
                .isEqualTo(telemetry.span("supervisor.investigate").getSpanId());
        assertThat(telemetry.dimensionSets("ToolExecution")).hasSize(2);
    }

    @Test
    void aSpanThatIsNeverClosedIsNeverSentAndLeavesWithTheCallByHandAroundIt() throws Exception {
        Spans.agent("logs").call(() -> Spans.tool("get_pods").start());

        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(telemetry.onlySpan().getName()).isEqualTo("agent.logs.execute");
    }

    @Test
    @SuppressWarnings("MustBeClosedChecker") // nobody closes it: that is the case
    void theCallAroundAlsoTakesBackAContextThatWasLeftInsideOfASpanThatIsNeverClosed() {
        Spans.agent("logs").run(() -> {
            Spans.tool("get_pods").start();
            FOREIGN.makeCurrent();
        });

        assertThat(Context.current()).isSameAs(Context.root());
    }

    @Test
    void aScopeOfTheProgramIsLeftAlone() {
        OpenSpan span = Spans.tool("get_pods").start();
        Context inside = Context.current().with(ContextKey.named("foreign"), "value");
        inside.wrap(() -> {
                    span.close();
                    assertThat(Context.current()).isSameAs(inside);
                    agent.callTool("get_nodes", Map.of());
                    assertThat(Context.current()).isSameAs(inside);
                })
                .run();

        agent.callTool("get_events", Map.of());

        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(parentOf(telemetry.span("tool.get_events"))).isEqualTo("0000000000000000");
    }

    @Test
    @SuppressWarnings("NonAtomicVolatileUpdate") // as advice does it
    void anOverflowTakesNoOpenSpanForACallWhoseExitWasLost() {
        OpenSpan span = Spans.agent("logs").start();
        SpanEngine.overflows++;
        agent.callTool("get_pods", Map.of());
        span.close();

        assertThat(parentOf(telemetry.span("tool.get_pods")))
                .isEqualTo(telemetry.span("agent.logs.execute").getSpanId());
        assertThat(telemetry.dimensionSets("AgentInvocation")).hasSize(2);
    }

    @Test
    void aRecursionOfSpansByHandEndsEachOnce() {
        recurse(5);

        assertThat(telemetry.spans()).hasSize(6);
        assertThat(Context.current()).isSameAs(Context.root());
    }

    private void recurse(int depth) {
        try (OpenSpan span = Spans.tool("recurse").start()) {
            span.set(StandardAttributes.SRE_ATTEMPT, depth);
            if (depth > 0) {
                recurse(depth - 1);
            }
        }
    }

    @Test
    void aSpanThatIsOpenWhenTelemetryIsSwitchedOffStillEnds() {
        OpenSpan span = Spans.tool("get_pods").start();
        SreObservability.setEnabled(false);
        OpenSpan none = Spans.tool("get_nodes").start();
        none.set(StandardAttributes.SRE_USER_ID, "alice").error("x").close();
        span.close();

        assertThat(telemetry.onlySpan().getName()).isEqualTo("tool.get_pods");
    }
}
