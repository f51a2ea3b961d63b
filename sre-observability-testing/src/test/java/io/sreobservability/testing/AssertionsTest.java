package io.sreobservability.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sreobservability.testing.recording.Patience;
import io.sreobservability.testing.recording.Recording;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** What an assertion says that does not hold: what was expected, and what was seen. */
class AssertionsTest {
    private static final String TREE = """
            Recorded spans:
              supervisor.investigate
                agent.logs.execute
                  tool.search_logs  failed: timeout
                  tool.count_logs
                memory.store  not ended""";

    private final Recording recording = new Recording(Sampler.alwaysOn());
    private final RecordedTelemetry telemetry = new RecordedTelemetry(recording, new Patience(Duration.ZERO));

    @AfterEach
    void close() {
        recording.close();
    }

    @Test
    void aSpanThatIsNotThere() {
        recordTree();

        assertMessage(
                () -> telemetry.assertSpan("tool.search_log"),
                "No span `tool.search_log` was recorded. Did you mean `tool.search_logs`?\n" + TREE);
        assertMessage(
                () -> telemetry.assertSpan("memory.store"),
                "Span `memory.store` was started, but has not ended.\n" + TREE);
    }

    @Test
    void aSpanThatShouldNotBeThere() {
        recordTree();

        assertMessage(() -> telemetry.assertNoSpan("memory.store"), "No span `memory.store` was expected.\n" + TREE);
        assertMessage(telemetry::assertNoSpans, "No span was expected.\n" + TREE);
    }

    @Test
    void anotherNumberOfSpans() {
        Span first = span("tool.x", Context.root());
        first.end();
        span("tool.x", Context.root()).end();

        assertMessage(() -> telemetry.assertSpan("tool.x"), """
                Expected one span `tool.x`, but 2 were recorded.
                Recorded spans:
                  tool.x
                  tool.x""");
        assertThat(failureOf(() -> telemetry.assertSpans("tool.x").hasCount(3))
                        .getActual()
                        .getValue())
                .isEqualTo(2);
        assertThatThrownBy(() -> telemetry.assertSpans("tool.x").get(2))
                .hasMessageStartingWith("There is no span `tool.x` number 2, counted from 0.");
    }

    @Test
    void outcomes() {
        recordTree();

        assertMessage(
                () -> telemetry.assertSpan("tool.search_logs").succeeded(),
                "Span `tool.search_logs` should have succeeded, but failed with timeout.\n" + TREE);
        assertMessage(
                () -> telemetry.assertSpan("tool.count_logs").failed(),
                "Span `tool.count_logs` should have failed, but succeeded.\n" + TREE);
        assertThatThrownBy(() -> telemetry.assertSpan("tool.search_logs").failed(IllegalStateException.class))
                .hasMessageStartingWith("Span `tool.search_logs` should have `error.type` ="
                        + " \"java.lang.IllegalStateException\", but it is \"timeout\".");
    }

    @Test
    void aCancelledSpanHasNeitherSucceededNorFailed() {
        span("tool.x", Context.root()).setAttribute("sre.cancelled", true).end();
        span("tool.y", Context.root()).end();

        telemetry.assertSpan("tool.x").cancelled();
        assertThatThrownBy(() -> telemetry.assertSpan("tool.x").succeeded())
                .hasMessageStartingWith("Span `tool.x` should have succeeded, but was cancelled.");
        assertThatThrownBy(() -> telemetry.assertSpan("tool.x").failed())
                .hasMessageStartingWith("Span `tool.x` should have failed, but was cancelled.");
        assertThatThrownBy(() -> telemetry.assertSpan("tool.y").cancelled())
                .hasMessageStartingWith("Span `tool.y` should have been cancelled, but succeeded.");
    }

    @Test
    void attributes() {
        Span span = span("tool.x", Context.root());
        span.setAttribute("sre.attempt", 2L).setAttribute("sre.tool_name", "x").end();

        assertMessage(() -> telemetry.assertSpan("tool.x").hasAttribute("sre.attempt", 3), """
                Span `tool.x` should have `sre.attempt` = 3, but it is 2.
                Its attributes:
                  sre.attempt = 2
                  sre.tool_name = "x"
                Recorded spans:
                  tool.x""");
        assertThatThrownBy(() -> telemetry.assertSpan("tool.x").hasAttribute(AttributeKey.stringKey("a.b"), "c"))
                .hasMessageStartingWith("Span `tool.x` should have `a.b` = \"c\", but has no such attribute.");
        assertThatThrownBy(() -> telemetry.assertSpan("tool.x").hasAttribute("a.b"))
                .hasMessageStartingWith("Span `tool.x` should have an attribute `a.b`.");
        assertThatThrownBy(() -> telemetry.assertSpan("tool.x").hasNoAttribute("sre.tool_name"))
                .hasMessageStartingWith("Span `tool.x` should have no attribute `sre.tool_name`, but it is \"x\".");
    }

    @Test
    void placesInTheTree() {
        recordTree();

        assertMessage(
                () -> telemetry.assertSpan("tool.search_logs").isChildOf("supervisor.investigate"),
                "Span `tool.search_logs` should be a child of `supervisor.investigate`, but is a child of"
                        + " `agent.logs.execute`.\n" + TREE);
        assertMessage(
                () -> telemetry.assertSpan("supervisor.investigate").isChildOf("x"),
                "Span `supervisor.investigate` should be a child of `x`, but is a child of nothing.\n" + TREE);
        assertMessage(
                () -> telemetry.assertSpan("tool.search_logs").isBelow("memory.store"),
                "Span `tool.search_logs` should be below `memory.store`.\n" + TREE);
        assertMessage(
                () -> telemetry.assertSpan("agent.logs.execute").isRoot(),
                "Span `agent.logs.execute` should be a root, but is below `supervisor.investigate`.\n" + TREE);
    }

    @Test
    void kindsAndDurations() {
        recording
                .openTelemetry()
                .getTracer("test")
                .spanBuilder("tool.x")
                .setStartTimestamp(1_000, TimeUnit.MILLISECONDS)
                .startSpan()
                .end(1_250, TimeUnit.MILLISECONDS);

        assertThatThrownBy(() -> telemetry.assertSpan("tool.x").hasKind(SpanKind.CLIENT))
                .hasMessageStartingWith("Span `tool.x` should be of kind CLIENT, but is INTERNAL.");
        assertThatThrownBy(() -> telemetry.assertSpan("tool.x").lastedAtLeast(Duration.ofSeconds(1)))
                .hasMessageStartingWith("Span `tool.x` should have lasted PT1S or longer, but took PT0.25S.");
        assertThatThrownBy(() -> telemetry.assertSpan("tool.x").lastedAtMost(Duration.ofMillis(249)))
                .hasMessageStartingWith("Span `tool.x` should have lasted PT0.249S or shorter, but took PT0.25S.");
        telemetry.assertSpan("tool.x").lastedAtLeast(Duration.ofMillis(250)).lastedAtMost(Duration.ofMillis(250));
    }

    @Test
    void trees() {
        Span root = span("supervisor.investigate", Context.root());
        span("tool.b", Context.root().with(root)).end();
        span("tool.a", Context.root().with(root)).end();
        root.end();

        AssertionFailedError failure = failureOf(() -> telemetry.assertTrace().isTree("""
                supervisor.investigate
                  tool.a
                  tool.b
                """));
        assertThat(failure).hasMessage("""
                The trace should be
                  supervisor.investigate
                    tool.a
                    tool.b
                Recorded spans:
                  supervisor.investigate
                    tool.b
                    tool.a""");
        assertThat(failure.getActual().getValue()).isEqualTo("supervisor.investigate\n  tool.b\n  tool.a");
        telemetry.assertTrace().isTreeInAnyOrder("supervisor.investigate\n  tool.a\n  tool.b");
        assertThatThrownBy(() -> telemetry.assertTrace().isTreeInAnyOrder("supervisor.investigate\n  tool.a"))
                .isInstanceOf(AssertionFailedError.class);
    }

    @Test
    void twoTracesAreNotOne() {
        span("tool.a", Context.root()).end();
        span("tool.b", Context.root()).end();

        assertThatThrownBy(telemetry::assertTrace)
                .hasMessageStartingWith("The spans should be one trace, but they are 2.");
    }

    @Test
    void metrics() {
        Attributes dimensions = Attributes.of(AttributeKey.stringKey("ToolName"), "x");
        var meter = recording.openTelemetry().getMeter("test");
        var durations = meter.histogramBuilder("ToolExecution").setUnit("ms").build();
        durations.record(1.5, dimensions);
        durations.record(2.5, dimensions);
        meter.counterBuilder("ComponentError").setUnit("{count}").build().add(3, dimensions);

        String seen = """
                Recorded metrics:
                  ComponentError ({count})
                    {ToolName=x}: 3
                  ToolExecution (ms)
                    {ToolName=x}: 2 times, sum 4.0""";
        assertMessage(
                () -> telemetry.assertMetric("ToolExecutions"),
                "No metric `ToolExecutions` was recorded. Did you mean `ToolExecution`?\n" + seen);
        assertMessage(
                () -> telemetry.assertNoMetric("ToolExecution"), "No metric `ToolExecution` was expected.\n" + seen);
        assertMessage(() -> telemetry.assertMetric("ToolExecution").hasPoint(Map.of("ToolName", "y")), """
                Metric `ToolExecution` should have a point with exactly the dimensions {ToolName=y}.
                ToolExecution (ms)
                  {ToolName=x}: 2 times, sum 4.0""");
        MetricPointAssert point = telemetry.assertMetric("ToolExecution").hasPoint(Map.of("ToolName", "x"));
        point.count(2).sum(4);
        assertMessage(() -> point.count(1), """
                Metric `ToolExecution` at {ToolName=x} should have count 1, but has 2.
                ToolExecution (ms)
                  {ToolName=x}: 2 times, sum 4.0""");
        assertThatThrownBy(() -> point.sum(4.001)).hasMessageContaining("should have sum 4.001, but has 4.0.");
        assertThatThrownBy(() -> telemetry.assertMetric("ComponentError").hasPointCount(2))
                .hasMessageStartingWith("Metric `ComponentError` should have 2 points, but has 1.");
    }

    @Test
    void whatAnotherThreadIsAboutToRecordIsWaitedFor() throws Exception {
        RecordedTelemetry patient = new RecordedTelemetry(recording, new Patience(Duration.ofMinutes(1)));
        Span late = span("tool.late", Context.root());
        Thread other = new Thread(late::end);

        other.start();

        patient.assertSpan("tool.late").succeeded();
        other.join();
    }

    private void recordTree() {
        Span root = span("supervisor.investigate", Context.root());
        Context below = Context.root().with(root);
        Span agent = span("agent.logs.execute", below);
        Context belowAgent = below.with(agent);
        span("tool.search_logs", belowAgent)
                .setStatus(StatusCode.ERROR)
                .setAttribute("error.type", "timeout")
                .end();
        span("tool.count_logs", belowAgent).end();
        agent.end();
        span("memory.store", below);
        root.end();
    }

    private Span span(String name, Context parent) {
        return recording
                .openTelemetry()
                .getTracer("test")
                .spanBuilder(name)
                .setParent(parent)
                .startSpan();
    }

    private static void assertMessage(ThrowingCallable assertion, String message) {
        assertThat(failureOf(assertion)).hasMessage(message);
    }

    private static AssertionFailedError failureOf(ThrowingCallable assertion) {
        return catchThrowableOfType(AssertionFailedError.class, assertion);
    }
}
