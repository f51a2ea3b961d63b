package io.sreobservability.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.benchmarks.calls.Recorded.Point;
import io.sreobservability.benchmarks.calls.Recorded.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Costs can be compared only between forms that export the same. */
class EqualTelemetryTest {
    private static final Question QUESTION = new Question("investigation_1", "Alice", "session-1", "Why is it slow?");

    /** A call, by the name of its benchmark. */
    private record Call(String name, Consumer<Calls> use) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Call> calls() {
        return Stream.of(
                new Call("oneAttribute", calls -> calls.store("/sre/infrastructure")),
                new Call("fullSet", calls -> calls.investigate(QUESTION)),
                new Call("failure", EqualTelemetryTest::fail),
                new Call("async", EqualTelemetryTest::search),
                new Call("asyncFailure", EqualTelemetryTest::searchInVain));
    }

    @AfterEach
    void sendNowhere() {
        SreObservability.install(OpenTelemetry.noop());
        SreObservability.setEnabled(true);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void wovenAndHandWrittenExportTheSame(Call call) {
        Recorded woven = Recorded.of(Sampler.alwaysOn(), EqualTelemetryTest::woven, call.use());

        assertThat(woven.spans()).isNotEmpty();
        assertThat(woven.points()).isNotEmpty();
        assertThat(Recorded.of(Sampler.alwaysOn(), handWritten(Timestamps.cached()), call.use()))
                .isEqualTo(woven);
        assertThat(Recorded.of(Sampler.alwaysOn(), handWritten(Timestamps.formatted()), call.use()))
                .isEqualTo(woven);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void wovenAndHandWrittenExportTheSameMetricsWithoutSpans(Call call) {
        Recorded woven = Recorded.of(Sampler.alwaysOff(), EqualTelemetryTest::woven, call.use());

        assertThat(woven.spans()).isEmpty();
        assertThat(woven.points()).isNotEmpty();
        assertThat(Recorded.of(Sampler.alwaysOff(), handWritten(Timestamps.cached()), call.use()))
                .isEqualTo(woven);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void wovenAndSwitchedOffExportsNothing(Call call) {
        Recorded off = Recorded.of(
                Sampler.alwaysOn(),
                sdk -> {
                    Calls calls = woven(sdk);
                    SreObservability.setEnabled(false);
                    return calls;
                },
                call.use());

        assertThat(off).isEqualTo(new Recorded(List.of(), List.of()));
    }

    @Test
    void theFullSetIsEveryAttributeThatMayLeaveWithRollUpAndInheritance() {
        Recorded woven =
                Recorded.of(Sampler.alwaysOn(), EqualTelemetryTest::woven, calls -> calls.investigate(QUESTION));

        assertThat(woven.spans())
                .extracting(Span::name)
                .containsExactly("agent.kubernetes.execute", "tool.get_pod_status");
        assertThat(woven.spans()).extracting(Span::parent).containsExactly("none", "agent.kubernetes.execute");
        assertThat(woven.spans().get(1).attributes())
                .isEqualTo(Map.ofEntries(
                        Map.entry("sre.timestamp", "0000-00-00T00:00:00.000Z"),
                        Map.entry("sre.investigation_id", "investigation_1"),
                        Map.entry("sre.user_id", "Alice"),
                        Map.entry("sre.session_id", "session-1"),
                        Map.entry("session.id", "session-1"),
                        Map.entry("gen_ai.conversation.id", "session-1"),
                        Map.entry("sre.agent_type", "kubernetes"),
                        Map.entry("sre.tool_name", "get_pod_status"),
                        Map.entry("gen_ai.operation.name", "execute_tool"),
                        Map.entry("gen_ai.tool.name", "get_pod_status")));
        assertThat(woven.spans().get(0).attributes())
                .containsEntry("sre.tools_available", 5L)
                .containsEntry("sre.tools_invoked", 1L)
                .hasSize(11);
        assertThat(woven.points())
                .extracting(Point::dimensions)
                .containsExactly(
                        "{AgentName=kubernetes, UserID=Alice}",
                        "{AgentName=kubernetes}",
                        "{AgentName=kubernetes, ToolName=get_pod_status}");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theSpansOfMicrometerHaveTheSameNamesAndKeys(Call call) {
        Recorded woven = Recorded.of(Sampler.alwaysOn(), EqualTelemetryTest::woven, call.use());
        Recorded observed = Recorded.of(Sampler.alwaysOn(), EqualTelemetryTest::observed, call.use());

        assertThat(observed.spans()).extracting(Span::name).isEqualTo(names(woven));
        for (int i = 0; i < woven.spans().size(); i++) {
            // A failure is an event alone: Micrometer has no error.type for it.
            assertThat(observed.spans().get(i).attributes().keySet())
                    .containsAll(without(
                            "error.type", woven.spans().get(i).attributes().keySet()));
        }
    }

    private static List<String> names(Recorded recorded) {
        return recorded.spans().stream().map(Span::name).toList();
    }

    private static List<String> without(String key, Set<String> keys) {
        return keys.stream().filter(other -> !other.equals(key)).toList();
    }

    private static Calls observed(OpenTelemetry sdk) {
        OtelTracer tracer = new OtelTracer(sdk.getTracer("test"), new OtelCurrentTraceContext(), event -> {});
        return new ObservationCalls(tracer, new SimpleMeterRegistry(), Timestamps.cached());
    }

    private static Calls woven(OpenTelemetry sdk) {
        SreObservability.install(sdk);
        return new WovenCalls();
    }

    private static Function<OpenTelemetry, Calls> handWritten(Timestamps timestamps) {
        return sdk -> new HandWrittenCalls(sdk, timestamps);
    }

    private static void fail(Calls calls) {
        RuntimeException failure = new IllegalStateException("the log store is away");
        assertThatThrownBy(() -> calls.fail(failure)).isSameAs(failure);
    }

    private static void search(Calls calls) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        assertThat(calls.search(answer)).isSameAs(answer);
        answer.complete("no errors");
    }

    private static void searchInVain(Calls calls) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        assertThat(calls.search(answer)).isSameAs(answer);
        answer.completeExceptionally(new IllegalStateException("the log store is away"));
    }
}
