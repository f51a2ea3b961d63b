package io.sreobservability.local.wire.aws.metric;

import io.sreobservability.local.query.metrics.statistic.Metric;
import io.sreobservability.local.query.metrics.statistic.MetricIndex;
import io.sreobservability.local.store.MetricStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which metrics there are, page by page; a page's token is the number of metrics before it. */
final class ListMetrics implements AwsOperation {
    private static final int PAGE = 500;
    private static final String RECENT = "PT3H";

    private final MetricStore store;
    private final Clock clock;

    ListMetrics(MetricStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public AwsService service() {
        return AwsService.CLOUDWATCH;
    }

    @Override
    public String name() {
        return "ListMetrics";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        Optional<String> namespace = parameters.text("Namespace");
        Optional<String> name = parameters.text("MetricName");
        Map<String, Optional<String>> dimensions = dimensions(parameters);
        Instant since = since(parameters);
        MetricIndex index = MetricIndex.of(store);
        List<Metric> found = index.metrics().stream()
                .filter(metric -> namespace.isEmpty() || namespace.get().equals(metric.namespace()))
                .filter(metric -> name.isEmpty() || name.get().equals(metric.name()))
                .filter(metric -> hasAll(metric, dimensions))
                .filter(metric -> index.hasDataSince(metric, since))
                .toList();
        int from = Math.min(token(parameters), found.size());
        int to = Math.min(from + PAGE, found.size());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "Metrics",
                found.subList(from, to).stream().map(MetricRequests::members).toList());
        if (to < found.size()) {
            result.put("NextToken", String.valueOf(to));
        }
        return result;
    }

    private static Map<String, Optional<String>> dimensions(Parameters parameters) throws AwsError {
        Map<String, Optional<String>> dimensions = new LinkedHashMap<>();
        for (Parameters filter : parameters.structures("Dimensions")) {
            String name = filter.text("Name").orElseThrow(() -> MetricRequests.missing(filter.path("Name")));
            dimensions.put(name, filter.text("Value"));
        }
        return dimensions;
    }

    private static boolean hasAll(Metric metric, Map<String, Optional<String>> dimensions) {
        return dimensions.entrySet().stream().allMatch(wanted -> {
            String value = metric.dimensions().get(wanted.getKey());
            return value != null && wanted.getValue().map(value::equals).orElse(true);
        });
    }

    private Instant since(Parameters parameters) throws AwsError {
        Optional<String> recent = parameters.text("RecentlyActive");
        if (recent.isEmpty()) {
            return Instant.EPOCH;
        }
        if (!recent.get().equals(RECENT)) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_VALUE, "The parameter RecentlyActive must be " + RECENT + ".");
        }
        return clock.instant().minus(Duration.parse(RECENT));
    }

    private static int token(Parameters parameters) throws AwsError {
        String token = parameters.text("NextToken").orElse("0");
        if (!token.matches("[0-9]{1,9}")) {
            throw new AwsError(AwsErrorCode.INVALID_PARAMETER_VALUE, "The parameter NextToken is invalid.");
        }
        return Integer.parseInt(token);
    }
}
