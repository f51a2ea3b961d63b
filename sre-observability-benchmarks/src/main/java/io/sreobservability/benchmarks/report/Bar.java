package io.sreobservability.benchmarks.report;

import io.sreobservability.benchmarks.span.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of what was promised: a form against another, and how far it may be above it.
 *
 * @param form what is held to the bar
 * @param against what it is compared with
 * @param call the call of both
 * @param sampling whether spans are kept
 * @param measure what is compared
 * @param limit the highest ratio, or for {@link Measure#MORE_NANOS} and {@link Measure#MORE_BYTES} the highest difference
 */
record Bar(Form form, Form against, String call, Sampling sampling, Measure measure, double limit) {
    /** What is compared, and how. */
    enum Measure {
        BYTES,
        NANOS,
        MORE_BYTES,
        MORE_NANOS;

        boolean isRatio() {
            return this == BYTES || this == NANOS;
        }

        boolean isBytes() {
            return this == BYTES || this == MORE_BYTES;
        }

        String unit() {
            return isBytes() ? "B/op" : "ns/op";
        }
    }

    /** All bars, in the order in which they are printed. */
    static List<Bar> all() {
        List<Bar> bars = new ArrayList<>();
        for (String call : List.of("oneAttribute", "fullSet", "failure", "async")) {
            for (Sampling sampling : Sampling.values()) {
                bars.add(new Bar(Form.WOVEN, Form.HAND, call, sampling, Measure.BYTES, 1.0));
                bars.add(new Bar(Form.WOVEN, Form.HAND, call, sampling, Measure.NANOS, 1.05));
            }
        }
        bars.addAll(off("oneAttribute", 1));
        bars.addAll(off("fullSet", 2));
        for (String call : List.of("oneAttribute", "fullSet")) {
            bars.add(new Bar(Form.WOVEN, Form.AGENT, call, Sampling.SAMPLED, Measure.BYTES, 0.55));
            bars.add(new Bar(Form.WOVEN, Form.OBSERVATION, call, Sampling.SAMPLED, Measure.BYTES, 0.2));
        }
        return List.copyOf(bars);
    }

    /** Two nanoseconds and no byte for each woven method that the call runs through. */
    private static List<Bar> off(String call, int wovenMethods) {
        return List.of(
                new Bar(Form.OFF, Form.PLAIN, call, Sampling.SAMPLED, Measure.MORE_BYTES, 0),
                new Bar(Form.OFF, Form.PLAIN, call, Sampling.SAMPLED, Measure.MORE_NANOS, 2.0 * wovenMethods));
    }

    /** What was measured; nothing if one of the forms was not. */
    Optional<Interval> value(Results results) {
        return figure(results, form)
                .flatMap(own ->
                        figure(results, against).map(other -> measure.isRatio() ? own.over(other) : own.minus(other)));
    }

    /** Bytes are the same in every call, so their mean counts; of a time, the whole interval must be under the bar. */
    boolean isMetBy(Interval value) {
        return (measure.isBytes() ? value.mean() : value.high()) <= limit;
    }

    private Optional<Interval> figure(Results results, Form of) {
        return measure.isBytes() ? results.bytes(of, call, sampling) : results.nanos(of, call, sampling);
    }
}
