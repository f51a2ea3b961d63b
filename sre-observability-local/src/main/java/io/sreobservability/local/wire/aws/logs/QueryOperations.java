package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.query.insights.InsightsResult;
import io.sreobservability.local.query.insights.LogGroups;
import io.sreobservability.local.query.insights.LogsInsights;
import io.sreobservability.local.store.TelemetryStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.List;

/** The operations that ask log groups, and what they share. */
public final class QueryOperations {
    private QueryOperations() {}

    public static List<AwsOperation> of(TelemetryStore store) {
        QueryRuns runs = new QueryRuns();
        LogGroups groups = new LogGroups(store);
        return List.of(
                new StartQuery(new LogsInsights(store), runs),
                new GetQueryResults(runs),
                new StopQuery(runs),
                new DescribeLogGroups(groups),
                new GetLogGroupFields(groups));
    }

    static InsightsResult run(QueryRuns runs, Parameters parameters) throws AwsError {
        return runs.get(parameters.text("queryId").orElse(""))
                .orElseThrow(() -> new AwsError(
                        AwsErrorCode.LOGS_NOT_FOUND, "The specified query does not exist, or is no longer kept."));
    }
}
