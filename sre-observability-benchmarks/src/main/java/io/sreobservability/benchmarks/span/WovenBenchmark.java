package io.sreobservability.benchmarks.span;

import io.sreobservability.aspects.SreObservability;
import io.sreobservability.benchmarks.calls.Calls;
import io.sreobservability.benchmarks.calls.WovenCalls;
import org.openjdk.jmh.annotations.Param;

/** Telemetry woven in. */
public class WovenBenchmark extends CallBenchmark {
    @Param
    Sampling sampling = Sampling.SAMPLED;

    @Override
    Calls calls() {
        SreObservability.install(Sdk.of(sampling));
        return new WovenCalls();
    }
}
