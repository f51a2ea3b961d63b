package io.sreobservability.benchmarks.span;

import io.sreobservability.benchmarks.calls.Calls;
import io.sreobservability.benchmarks.calls.WovenCalls;
import org.openjdk.jmh.annotations.Fork;

/** Telemetry woven in and switched off, as {@code SRE_OBSERVABILITY_ENABLED=false} does. */
@Fork(value = 3, jvmArgsAppend = "-Dsre.observability.enabled=false")
public class WovenOffBenchmark extends CallBenchmark {
    @Override
    Calls calls() {
        return new WovenCalls();
    }
}
