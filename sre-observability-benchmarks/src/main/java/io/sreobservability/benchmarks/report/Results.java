package io.sreobservability.benchmarks.report;

import io.sreobservability.benchmarks.span.Sampling;
import java.util.Collection;
import java.util.Optional;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** What JMH measured, by form and call. */
final class Results {
    /** The level of all intervals. A ratio's interval combines two, so its upper bound holds with at least this, too. */
    static final double CONFIDENCE = 0.95;

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final Collection<RunResult> runs;

    Results(Collection<RunResult> runs) {
        this.runs = runs;
    }

    /** Nanoseconds per call. */
    Optional<Interval> nanos(Form form, String call, Sampling sampling) {
        return find(form, call, sampling).map(run -> interval(run.getPrimaryResult()));
    }

    /** Bytes per call, which are whole: a fraction is what something else allocated meanwhile. */
    Optional<Interval> bytes(Form form, String call, Sampling sampling) {
        return find(form, call, sampling)
                .map(run -> run.getSecondaryResults().get(ALLOCATION))
                .map(Results::interval)
                .map(Interval::rounded);
    }

    private Optional<RunResult> find(Form form, String call, Sampling sampling) {
        return runs.stream()
                .filter(run -> run.getParams().getBenchmark().equals(form.benchmark(call)))
                .filter(run -> isOf(sampling, run))
                .findFirst();
    }

    /** A form that has no such parameter was measured sampled, or makes no spans at all. */
    private static boolean isOf(Sampling sampling, RunResult run) {
        String parameter = run.getParams().getParam("sampling");
        return parameter == null ? sampling == Sampling.SAMPLED : parameter.equals(sampling.name());
    }

    private static Interval interval(Result<?> result) {
        Statistics statistics = result.getStatistics();
        double[] bounds = statistics.getConfidenceIntervalAt(CONFIDENCE);
        return new Interval(statistics.getMean(), bounds[0], bounds[1]);
    }
}
