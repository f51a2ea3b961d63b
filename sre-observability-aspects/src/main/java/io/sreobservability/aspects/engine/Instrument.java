package io.sreobservability.aspects.engine;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.sreobservability.aspects.metric.MetricDefinition;

/** The OpenTelemetry side of one metric. */
sealed interface Instrument {
    /**
     * Records one span.
     *
     * @param durationNanos the span's duration
     * @param dimensions the attributes of the data point
     * @param context holds the span, so that the SDK can keep its ids beside the value (an exemplar)
     */
    void record(long durationNanos, Attributes dimensions, Context context);

    static Instrument create(Meter meter, MetricDefinition metric) {
        return switch (metric.value()) {
            case DURATION ->
                new Histogram(meter.histogramBuilder(metric.name())
                        .setUnit("ms")
                        .setDescription(metric.description())
                        .build());
            case ONE ->
                new Counter(meter.counterBuilder(metric.name())
                        .setUnit("{count}")
                        .setDescription(metric.description())
                        .build());
        };
    }

    /** Durations in milliseconds. */
    record Histogram(DoubleHistogram histogram) implements Instrument {
        private static final double NANOS_PER_MILLI = 1_000_000.0;

        @Override
        public void record(long durationNanos, Attributes dimensions, Context context) {
            histogram.record(durationNanos / NANOS_PER_MILLI, dimensions, context);
        }
    }

    /** Numbers of spans. */
    record Counter(LongCounter counter) implements Instrument {
        @Override
        public void record(long durationNanos, Attributes dimensions, Context context) {
            counter.add(1, dimensions, context);
        }
    }
}
