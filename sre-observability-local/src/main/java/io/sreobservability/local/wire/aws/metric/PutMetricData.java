package io.sreobservability.local.wire.aws.metric;

import io.sreobservability.local.store.MetricDatum;
import io.sreobservability.local.store.MetricStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stores metric data. As with AWS, one bad datum fails the whole request and nothing of it is stored. */
final class PutMetricData implements AwsOperation {
    private static final int MAX_DATA = 1_000;

    private final MetricStore store;
    private final Clock clock;

    PutMetricData(MetricStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public AwsService service() {
        return AwsService.CLOUDWATCH;
    }

    @Override
    public String name() {
        return "PutMetricData";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        String namespace = MetricNames.namespace(parameters);
        List<Parameters> members = new ArrayList<>(parameters.structures("MetricData"));
        for (Parameters entity : parameters.structures("EntityMetricData")) {
            members.addAll(entity.structures("MetricData"));
        }
        if (members.isEmpty()) {
            throw new AwsError(AwsErrorCode.MISSING_PARAMETER, "The parameter MetricData is required.");
        }
        if (members.size() > MAX_DATA) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_VALUE,
                    "The collection MetricData must not have a size greater than " + MAX_DATA + "; it has "
                            + members.size() + ".");
        }
        MetricDatumReader reader = new MetricDatumReader(namespace, clock.instant());
        List<MetricDatum> data = new ArrayList<>(members.size());
        for (Parameters member : members) {
            data.add(reader.read(member));
        }
        store.addAll(data);
        return Map.of();
    }
}
