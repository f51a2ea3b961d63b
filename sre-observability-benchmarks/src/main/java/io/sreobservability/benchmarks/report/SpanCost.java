package io.sreobservability.benchmarks.report;

import io.sreobservability.benchmarks.span.CallBenchmark;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of spans and prints what they say. Takes JMH's own options; the file for JSON results is {@code -rff},
 * and the commit to name in the report is the system property {@code benchmarks.commit}.
 */
public final class SpanCost {
    /** The exit status if a bar is missed; scripts/benchmarks/span_cost.sh says so, too. */
    private static final int BAR_MISSED = 4;

    private SpanCost() {}

    @SuppressWarnings("SystemOut") // a command: its output is what it is for
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        double loadBefore = Machine.load();
        CommandLineOptions chosen = new CommandLineOptions(arguments);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(chosen)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON);
        if (chosen.getIncludes().isEmpty()) {
            options.include(CallBenchmark.class.getPackageName());
        }
        Collection<RunResult> runs = new Runner(options.build()).run();

        SpanCostReport report = new SpanCostReport(Results.of(runs));
        System.out.println();
        System.out.println(report.bars());
        System.out.println(report.figures());
        System.out.println(Machine.describe(System.getProperty("benchmarks.commit", "unknown"), loadBefore));
        if (report.misses()) {
            System.exit(BAR_MISSED);
        }
    }
}
