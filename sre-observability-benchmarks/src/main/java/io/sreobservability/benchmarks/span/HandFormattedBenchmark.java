package io.sreobservability.benchmarks.span;

import io.sreobservability.benchmarks.calls.Calls;
import io.sreobservability.benchmarks.calls.HandWrittenCalls;
import io.sreobservability.benchmarks.calls.Timestamps;
import org.openjdk.jmh.annotations.Param;

/** Telemetry by hand, with start times written by the JDK's formatter, as most people do. */
public class HandFormattedBenchmark extends CallBenchmark {
    @Param
    Sampling sampling = Sampling.SAMPLED;

    @Override
    Calls calls() {
        return new HandWrittenCalls(Sdk.of(sampling), Timestamps.formatted());
    }
}
