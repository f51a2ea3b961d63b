package io.sreobservability.local.wire.aws.metric;

import io.sreobservability.local.query.metrics.statistic.Metric;
import io.sreobservability.local.query.metrics.statistic.MetricIndex;
import io.sreobservability.local.query.metrics.statistic.Samples;
import io.sreobservability.local.query.metrics.statistic.Statistic;
import io.sreobservability.local.query.metrics.statistic.Window;
import io.sreobservability.local.store.MetricStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsMap;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statistics of one metric, each period with all of them. */
final class GetMetricStatistics implements AwsOperation {
    private static final int MOST_POINTS = 1_440;

    private final MetricStore store;

    GetMetricStatistics(MetricStore store) {
        this.store = store;
    }

    @Override
    public AwsService service() {
        return AwsService.CLOUDWATCH;
    }

    @Override
    public String name() {
        return "GetMetricStatistics";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        Metric metric = MetricRequests.metric(parameters);
        List<Statistic> simple = statistics(parameters, "Statistics");
        List<Statistic> extended = statistics(parameters, "ExtendedStatistics");
        if (simple.isEmpty() && extended.isEmpty()) {
            throw new AwsError(
                    AwsErrorCode.MISSING_PARAMETER, "The parameter Statistics or ExtendedStatistics is required.");
        }
        int period = MetricRequests.period(parameters);
        MetricRequests.Range range = MetricRequests.range(parameters);
        Window window = new Window(range.from(), range.to());
        refuseTooMany(window, period);
        MetricIndex index = MetricIndex.of(store);
        String unit = parameters.text("Unit").orElse(null);
        List<Map<String, Object>> points = new ArrayList<>();
        index.samples(metric, period, unit, window)
                .forEach((start, samples) -> points.add(point(start, samples, simple, extended, index.unit(metric))));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("Label", metric.name());
        result.put("Datapoints", points);
        return result;
    }

    private static void refuseTooMany(Window window, int period) throws AwsError {
        int points = window.periods(period).size();
        if (points > MOST_POINTS) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_COMBINATION,
                    "You have requested up to " + points + " datapoints, which exceeds the limit of " + MOST_POINTS
                            + ". You may reduce the datapoints requested by increasing Period, or decreasing the time"
                            + " range.");
        }
    }

    private static List<Statistic> statistics(Parameters parameters, String member) throws AwsError {
        List<Statistic> statistics = new ArrayList<>();
        for (String name : parameters.texts(member)) {
            statistics.add(MetricRequests.statistic(name, member + ".member." + (statistics.size() + 1)));
        }
        return statistics;
    }

    private static Map<String, Object> point(
            Instant start, Samples samples, List<Statistic> simple, List<Statistic> extended, String unit) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("Timestamp", start);
        point.putAll(values(samples, simple));
        if (!extended.isEmpty()) {
            point.put("ExtendedStatistics", new AwsMap(values(samples, extended)));
        }
        point.put("Unit", unit);
        return point;
    }

    private static Map<String, Object> values(Samples samples, List<Statistic> statistics) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Statistic statistic : statistics) {
            statistic.of(samples).ifPresent(value -> values.put(statistic.label(), value));
        }
        return values;
    }
}
