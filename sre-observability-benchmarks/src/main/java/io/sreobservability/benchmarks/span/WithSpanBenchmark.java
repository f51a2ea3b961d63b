package io.sreobservability.benchmarks.span;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.sreobservability.benchmarks.calls.Calls;
import io.sreobservability.benchmarks.calls.Timestamps;
import io.sreobservability.benchmarks.calls.WithSpanCalls;
import org.openjdk.jmh.annotations.Fork;

/**
 * Telemetry by the OpenTelemetry agent's {@code @WithSpan}. The agent brings the same SDK and is told to do what the other
 * forms do: record spans for nobody. All it could instrument besides the annotation is off, and so is what it adds to
 * every span (the thread's name and number).
 */
@Fork(
        value = 3,
        jvmArgsAppend = {
            "-javaagent:agent/opentelemetry-javaagent.jar",
            "-Dotel.traces.exporter=none",
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none",
            "-Dotel.traces.sampler=always_on",
            "-Dotel.javaagent.add-thread-details=false",
            "-Dotel.instrumentation.common.default-enabled=false",
            "-Dotel.instrumentation.opentelemetry-api.enabled=true",
            "-Dotel.instrumentation.opentelemetry-instrumentation-annotations.enabled=true"
        })
public class WithSpanBenchmark extends CallBenchmark {
    @Override
    Calls calls() {
        // Without the agent this would measure the plain method.
        Span span =
                GlobalOpenTelemetry.getTracer("benchmarks").spanBuilder("probe").startSpan();
        span.end();
        if (!span.getSpanContext().isSampled()) {
            throw new IllegalStateException("the OpenTelemetry agent is not there");
        }
        return new WithSpanCalls(Timestamps.cached());
    }
}
