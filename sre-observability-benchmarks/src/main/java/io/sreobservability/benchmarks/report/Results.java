package io.sreobservability.benchmarks.report;

import io.sreobservability.benchmarks.span.Sampling;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What was measured, by form and call.
 *
 * @param figures one for each that was measured
 */
record Results(Map<Measured, Figures> figures) {
    /** The level of all intervals. A ratio's interval combines two, so its upper bound holds with at least this, too. */
    static final double CONFIDENCE = 0.95;

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** One benchmark with its parameter. */
    record Measured(Form form, String call, Sampling sampling) {}

    /** Nanoseconds and, where the allocation profiler ran, bytes per call. */
    record Figures(Interval nanos, Optional<Interval> bytes) {}

    /** Copies the map. */
    Results {
        figures = Map.copyOf(figures);
    }

    /** What JMH says. */
    static Results of(Collection<RunResult> runs) {
        Map<Measured, Figures> figures = new HashMap<>();
        for (RunResult run : runs) {
            for (Form form : Form.values()) {
                for (String call : SpanCostReport.CALLS) {
                    if (run.getParams().getBenchmark().equals(form.benchmark(call))) {
                        figures.put(new Measured(form, call, sampling(run)), figures(run));
                    }
                }
            }
        }
        return new Results(figures);
    }

    /** Nanoseconds per call. */
    Optional<Interval> nanos(Form form, String call, Sampling sampling) {
        return find(form, call, sampling).map(Figures::nanos);
    }

    /** Bytes per call, which are whole: a fraction is what something else allocated meanwhile. */
    Optional<Interval> bytes(Form form, String call, Sampling sampling) {
        return find(form, call, sampling).flatMap(Figures::bytes).map(Interval::rounded);
    }

    private Optional<Figures> find(Form form, String call, Sampling sampling) {
        return Optional.ofNullable(figures.get(new Measured(form, call, sampling)));
    }

    /** A form that has no such parameter was measured sampled, or makes no spans at all. */
    private static Sampling sampling(RunResult run) {
        String parameter = run.getParams().getParam("sampling");
        return parameter == null ? Sampling.SAMPLED : Sampling.valueOf(parameter);
    }

    private static Figures figures(RunResult run) {
        Result<?> bytes = run.getSecondaryResults().get(ALLOCATION);
        return new Figures(
                interval(run.getPrimaryResult()), Optional.ofNullable(bytes).map(Results::interval));
    }

    private static Interval interval(Result<?> result) {
        Statistics statistics = result.getStatistics();
        double[] bounds = statistics.getConfidenceIntervalAt(CONFIDENCE);
        return new Interval(statistics.getMean(), bounds[0], bounds[1]);
    }
}
