package io.sreobservability.testing;

import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.sreobservability.testing.report.Seen;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opentest4j.AssertionFailedError;

/** Assertions about one metric. */
public final class MetricAssert {
    private final RecordedTelemetry telemetry;
    private final String name;

    MetricAssert(RecordedTelemetry telemetry, String name) {
        this.telemetry = telemetry;
        this.name = name;
    }

    /**
     * Asserts that there is a point with exactly these dimensions.
     *
     * @return assertions about it
     */
    public MetricPointAssert hasPoint(Map<String, String> dimensions) {
        telemetry.patience().await(() -> point(dimensions).isPresent());
        if (point(dimensions).isEmpty()) {
            throw new AssertionFailedError("Metric `" + name + "` should have a point with exactly the dimensions "
                    + new TreeMap<>(dimensions) + ".\n" + Seen.metric(data()));
        }
        return new MetricPointAssert(this, dimensions);
    }

    /** Asserts how many points there are, one per combination of dimension values, roll-ups included. */
    public MetricAssert hasPointCount(int expected) {
        telemetry.patience().await(() -> data().getData().getPoints().size() >= expected);
        int actual = data().getData().getPoints().size();
        if (actual != expected) {
            throw new AssertionFailedError(
                    "Metric `" + name + "` should have " + expected + " points, but has " + actual + ".\n"
                            + Seen.metric(data()),
                    expected,
                    actual);
        }
        return this;
    }

    /** The metric itself as recorded so far, for everything else. */
    public MetricData data() {
        return telemetry.metric(name).orElseThrow(); // what was recorded once stays
    }

    Optional<? extends PointData> point(Map<String, String> dimensions) {
        return data().getData().getPoints().stream()
                .filter(point -> Seen.byKey(point.getAttributes()).equals(dimensions))
                .findFirst();
    }

    String name() {
        return name;
    }

    RecordedTelemetry telemetry() {
        return telemetry;
    }
}
