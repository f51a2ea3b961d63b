package io.sreobservability.benchmarks.span;

import io.sreobservability.benchmarks.calls.Calls;
import io.sreobservability.benchmarks.calls.HandWrittenCalls;
import io.sreobservability.benchmarks.calls.Timestamps;
import org.openjdk.jmh.annotations.Param;

/** Telemetry by hand, as cheap as it gets: the start time's text is mostly cached, too. */
public class HandWrittenBenchmark extends CallBenchmark {
    @Param
    Sampling sampling = Sampling.SAMPLED;

    @Override
    Calls calls() {
        return new HandWrittenCalls(Sdk.of(sampling), Timestamps.cached());
    }
}
