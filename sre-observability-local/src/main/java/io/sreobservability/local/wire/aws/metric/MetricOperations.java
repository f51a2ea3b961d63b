package io.sreobservability.local.wire.aws.metric;

import io.sreobservability.local.store.MetricStore;
import io.sreobservability.local.wire.aws.AwsOperation;
import java.time.Clock;
import java.util.List;

/** The operations on metrics. */
public final class MetricOperations {
    private MetricOperations() {}

    public static List<AwsOperation> of(MetricStore store, Clock clock) {
        return List.of(
                new PutMetricData(store, clock),
                new ListMetrics(store, clock),
                new GetMetricData(store),
                new GetMetricStatistics(store));
    }
}
