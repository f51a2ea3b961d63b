package io.sreobservability.local.wire.aws.metric;

import io.sreobservability.local.query.metrics.InvalidMetricQueryException;
import io.sreobservability.local.query.metrics.MetricData;
import io.sreobservability.local.query.metrics.MetricDataQuery;
import io.sreobservability.local.query.metrics.MetricDataQuery.Expression;
import io.sreobservability.local.query.metrics.MetricDataQuery.Source;
import io.sreobservability.local.query.metrics.MetricDataQuery.Stat;
import io.sreobservability.local.query.metrics.MetricDataResult;
import io.sreobservability.local.store.MetricStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Time series of metrics, searches and metric math, all in one answer. */
final class GetMetricData implements AwsOperation {
    private static final String NEWEST_FIRST = "TimestampDescending";
    private static final String OLDEST_FIRST = "TimestampAscending";

    private final MetricData data;

    GetMetricData(MetricStore store) {
        data = new MetricData(store);
    }

    @Override
    public AwsService service() {
        return AwsService.CLOUDWATCH;
    }

    @Override
    public String name() {
        return "GetMetricData";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        List<MetricDataQuery> queries = new ArrayList<>();
        for (Parameters query : parameters.structures("MetricDataQueries")) {
            queries.add(query(query));
        }
        MetricRequests.Range range = MetricRequests.range(parameters);
        boolean newestFirst = newestFirst(parameters);
        try {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put(
                    "MetricDataResults",
                    data.get(queries, range.from(), range.to()).stream()
                            .map(series -> members(series, newestFirst))
                            .toList());
            result.put("Messages", List.of());
            return result;
        } catch (InvalidMetricQueryException e) {
            throw new AwsError(AwsErrorCode.VALIDATION, e.message());
        }
    }

    private static MetricDataQuery query(Parameters query) throws AwsError {
        String id = query.text("Id").orElseThrow(() -> MetricRequests.missing(query.path("Id")));
        return new MetricDataQuery(
                id, query.text("Label").orElse(null), query.flag("ReturnData").orElse(true), source(query));
    }

    private static Source source(Parameters query) throws AwsError {
        if (query.has("Expression") == query.has("MetricStat")) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_COMBINATION,
                    "The parameters " + query.path("MetricStat") + " and " + query.path("Expression")
                            + ": exactly one of them is required.");
        }
        if (query.has("Expression")) {
            Integer period = query.has("Period") ? MetricRequests.period(query) : null;
            return new Expression(query.text("Expression").orElse(""), period);
        }
        Parameters stat = query.structure("MetricStat").orElseThrow();
        Parameters metric = stat.structure("Metric").orElseThrow(() -> MetricRequests.missing(stat.path("Metric")));
        String statistic = stat.text("Stat").orElseThrow(() -> MetricRequests.missing(stat.path("Stat")));
        return new Stat(
                MetricRequests.metric(metric),
                MetricRequests.statistic(statistic, stat.path("Stat")),
                MetricRequests.period(stat),
                stat.text("Unit").orElse(null));
    }

    private static boolean newestFirst(Parameters parameters) throws AwsError {
        String order = parameters.text("ScanBy").orElse(NEWEST_FIRST);
        if (!order.equals(NEWEST_FIRST) && !order.equals(OLDEST_FIRST)) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_VALUE,
                    "The parameter ScanBy must be " + NEWEST_FIRST + " or " + OLDEST_FIRST + ".");
        }
        return order.equals(NEWEST_FIRST);
    }

    private static Map<String, Object> members(MetricDataResult series, boolean newestFirst) {
        List<Instant> timestamps = new ArrayList<>(series.points().keySet());
        List<Double> values = new ArrayList<>(series.points().values());
        if (newestFirst) {
            Collections.reverse(timestamps);
            Collections.reverse(values);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Id", series.id());
        members.put("Label", series.label());
        members.put("Timestamps", timestamps);
        members.put("Values", values);
        members.put("StatusCode", "Complete");
        return members;
    }
}
