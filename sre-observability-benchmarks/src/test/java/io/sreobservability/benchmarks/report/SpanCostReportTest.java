package io.sreobservability.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.benchmarks.report.Results.Figures;
import io.sreobservability.benchmarks.report.Results.Measured;
import io.sreobservability.benchmarks.span.Sampling;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpanCostReportTest {
    @Test
    void aBarShowsItsRatioWithItsIntervalAndWhetherItIsMet() {
        SpanCostReport report = report(new Interval(100, 98, 102), new Interval(936.2, 936, 936.4));

        assertThat(report.bars().lines())
                .contains(
                        "| woven / hand-written | oneAttribute | sampled | B/op | 1.00 | 1.00 to 1.00 | <= 1.00 | pass |",
                        "| woven / hand-written | oneAttribute | sampled | ns/op | 1.00 | 0.96 to 1.04 | <= 1.05 | pass |");
        assertThat(report.misses()).isFalse();
    }

    @Test
    void aBarThatIsMissedIsSaidAndMakesTheCommandFail() {
        SpanCostReport report = report(new Interval(110, 108, 112), new Interval(944, 944, 944));

        assertThat(report.bars())
                .contains("| B/op | 1.01 | 1.01 to 1.01 | <= 1.00 | MISS |")
                .contains("| ns/op | 1.10 |");
        assertThat(report.misses()).isTrue();
    }

    @Test
    void barsThatWereNotMeasuredAreCounted() {
        SpanCostReport report = report(new Interval(100, 98, 102), new Interval(936, 936, 936));

        assertThat(report.bars()).endsWith("\nNot measured: " + (Bar.all().size() - 2) + " more bars.\n");
        assertThat(new SpanCostReport(new Results(Map.of())).misses()).isFalse();
    }

    @Test
    void everyFigureIsPrintedWithItsBytesWhereTheyAreKnown() {
        SpanCostReport report = new SpanCostReport(new Results(Map.of(
                new Measured(Form.PLAIN, "async", Sampling.SAMPLED),
                new Figures(new Interval(5, 4.5, 5.5), Optional.empty()))));

        assertThat(report.figures().lines()).last().isEqualTo("| async | none | plain | - | 5.0 ± 0.5 |");
    }

    private static SpanCostReport report(Interval wovenNanos, Interval wovenBytes) {
        return new SpanCostReport(new Results(Map.of(
                new Measured(Form.WOVEN, "oneAttribute", Sampling.SAMPLED),
                new Figures(wovenNanos, Optional.of(wovenBytes)),
                new Measured(Form.HAND, "oneAttribute", Sampling.SAMPLED),
                new Figures(new Interval(100, 98, 102), Optional.of(new Interval(936, 936, 936))))));
    }
}
