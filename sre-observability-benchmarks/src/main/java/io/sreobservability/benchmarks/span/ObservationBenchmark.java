package io.sreobservability.benchmarks.span;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.sreobservability.benchmarks.calls.Calls;
import io.sreobservability.benchmarks.calls.ObservationCalls;
import io.sreobservability.benchmarks.calls.Timestamps;
import org.openjdk.jmh.annotations.Param;

/** Telemetry by Micrometer's Observation, with its bridge to the same SDK. */
public class ObservationBenchmark extends CallBenchmark {
    @Param
    Sampling sampling = Sampling.SAMPLED;

    @Override
    Calls calls() {
        OtelTracer tracer =
                new OtelTracer(Sdk.of(sampling).getTracer("benchmarks"), new OtelCurrentTraceContext(), event -> {});
        return new ObservationCalls(tracer, new SimpleMeterRegistry(), Timestamps.cached());
    }
}
