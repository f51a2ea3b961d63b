package io.sreobservability.benchmarks.span;

import io.sreobservability.benchmarks.calls.Calls;
import io.sreobservability.benchmarks.calls.PlainCalls;

/** No telemetry: what the methods themselves cost. */
public class PlainBenchmark extends CallBenchmark {
    @Override
    Calls calls() {
        return new PlainCalls();
    }
}
