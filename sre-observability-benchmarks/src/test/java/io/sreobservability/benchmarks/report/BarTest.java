package io.sreobservability.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.benchmarks.report.Bar.Measure;
import io.sreobservability.benchmarks.span.CallBenchmark;
import io.sreobservability.benchmarks.span.Sampling;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class BarTest {
    private static final Interval STRADDLES_ONE = new Interval(0.97, 0.9, 1.1);

    @Test
    void aTimeMeetsItsBarOnlyWithItsWholeInterval() {
        assertThat(bar(Measure.NANOS, 1.05).isMetBy(STRADDLES_ONE)).isFalse();
        assertThat(bar(Measure.NANOS, 1.1).isMetBy(STRADDLES_ONE)).isTrue();
        assertThat(bar(Measure.MORE_NANOS, 2).isMetBy(new Interval(1, 0, 2.1))).isFalse();
    }

    @Test
    void bytesMeetTheirBarWithTheirMean() {
        assertThat(bar(Measure.BYTES, 1.0).isMetBy(STRADDLES_ONE)).isTrue();
        assertThat(bar(Measure.BYTES, 1.0).isMetBy(new Interval(1.01, 1, 1.02))).isFalse();
        assertThat(bar(Measure.MORE_BYTES, 0).isMetBy(new Interval(8, 8, 8))).isFalse();
    }

    @Test
    void everyBarIsOfACallThatIsMeasured() {
        List<String> measured = Arrays.stream(CallBenchmark.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .toList();

        assertThat(Bar.all())
                .isNotEmpty()
                .allSatisfy(bar -> assertThat(measured).contains(bar.call()));
    }

    private static Bar bar(Measure measure, double limit) {
        return new Bar(Form.WOVEN, Form.HAND, "oneAttribute", Sampling.SAMPLED, measure, limit);
    }
}
