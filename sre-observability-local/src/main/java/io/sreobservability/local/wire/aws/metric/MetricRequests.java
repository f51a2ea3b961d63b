package io.sreobservability.local.wire.aws.metric;

import io.sreobservability.local.query.metrics.statistic.Metric;
import io.sreobservability.local.query.metrics.statistic.Statistic;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.Parameters;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What requests for metrics have in common. */
final class MetricRequests {
    private static final List<Double> SHORT_PERIODS = List.of(1.0, 5.0, 10.0, 20.0, 30.0);
    private static final int MINUTE = 60;
    private static final int LONGEST_PERIOD = 86_400;

    private MetricRequests() {}

    record Range(Instant from, Instant to) {}

    /** A metric by namespace, name and dimensions, as it was put. */
    static Metric metric(Parameters request) throws AwsError {
        return new Metric(MetricNames.namespace(request), MetricNames.metric(request), MetricNames.dimensions(request));
    }

    static Statistic statistic(String name, String path) throws AwsError {
        Optional<Statistic> statistic = Statistic.named(name);
        if (statistic.isEmpty()) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_VALUE,
                    "The value " + name + " for parameter " + path + " is not supported: use SampleCount, Average, Sum,"
                            + " Minimum, Maximum, or a percentile from p0 to p100.");
        }
        return statistic.get();
    }

    /** Seconds: a multiple of 60, or one of the short periods of high resolution. */
    static int period(Parameters request) throws AwsError {
        double period = request.number("Period").orElseThrow(() -> missing(request.path("Period")));
        boolean whole = period >= MINUTE && period <= LONGEST_PERIOD && period % MINUTE == 0;
        if (!whole && !SHORT_PERIODS.contains(period)) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_VALUE,
                    "The parameter " + request.path("Period") + " must be 1, 5, 10, 20, 30 or a multiple of 60, up to "
                            + LONGEST_PERIOD + ".");
        }
        return (int) period;
    }

    /** The time range {@code StartTime} to {@code EndTime}. */
    static Range range(Parameters request) throws AwsError {
        Instant from = request.time("StartTime").orElseThrow(() -> missing("StartTime"));
        Instant to = request.time("EndTime").orElseThrow(() -> missing("EndTime"));
        if (!from.isBefore(to)) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_VALUE,
                    "The parameter StartTime must be less than the parameter EndTime.");
        }
        return new Range(from, to);
    }

    static AwsError missing(String path) {
        return new AwsError(AwsErrorCode.MISSING_PARAMETER, "The parameter " + path + " is required.");
    }

    static Map<String, Object> members(Metric metric) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Namespace", metric.namespace());
        members.put("MetricName", metric.name());
        members.put(
                "Dimensions",
                metric.dimensions().entrySet().stream()
                        .map(dimension -> dimension(dimension.getKey(), dimension.getValue()))
                        .toList());
        return members;
    }

    private static Map<String, Object> dimension(String name, String value) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Name", name);
        members.put("Value", value);
        return members;
    }
}
