package io.sreobservability.benchmarks.report;

import io.sreobservability.benchmarks.span.CallBenchmark;
import io.sreobservability.benchmarks.span.HandFormattedBenchmark;
import io.sreobservability.benchmarks.span.HandWrittenBenchmark;
import io.sreobservability.benchmarks.span.ObservationBenchmark;
import io.sreobservability.benchmarks.span.PlainBenchmark;
import io.sreobservability.benchmarks.span.WithSpanBenchmark;
import io.sreobservability.benchmarks.span.WovenBenchmark;
import io.sreobservability.benchmarks.span.WovenOffBenchmark;

/** What is compared. */
enum Form {
    PLAIN("plain", PlainBenchmark.class),
    OFF("woven, switched off", WovenOffBenchmark.class),
    WOVEN("woven", WovenBenchmark.class),
    HAND("hand-written", HandWrittenBenchmark.class),
    HAND_FORMATTED("hand-written, time by the JDK's formatter", HandFormattedBenchmark.class),
    AGENT("OpenTelemetry agent, @WithSpan", WithSpanBenchmark.class),
    OBSERVATION("Micrometer Observation", ObservationBenchmark.class);

    private final String label;
    private final Class<? extends CallBenchmark> benchmark;

    Form(String label, Class<? extends CallBenchmark> benchmark) {
        this.label = label;
        this.benchmark = benchmark;
    }

    String label() {
        return label;
    }

    /** What JMH calls the benchmark of one call. */
    String benchmark(String call) {
        return benchmark.getName() + "." + call;
    }
}
