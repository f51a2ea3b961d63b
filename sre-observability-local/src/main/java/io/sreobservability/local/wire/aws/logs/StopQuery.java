package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.Map;

/** Ends a query; here every query has ended when its caller learns its id. */
final class StopQuery implements AwsOperation {
    private final QueryRuns runs;

    StopQuery(QueryRuns runs) {
        this.runs = runs;
    }

    @Override
    public AwsService service() {
        return AwsService.LOGS;
    }

    @Override
    public String name() {
        return "StopQuery";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        QueryOperations.run(runs, parameters);
        throw QueryDefinitionOperations.invalid("The specified query has ended: its status is Complete.");
    }
}
