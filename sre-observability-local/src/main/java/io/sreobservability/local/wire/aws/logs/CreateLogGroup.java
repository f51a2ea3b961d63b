package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.store.LogGroupStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.Map;

/** Creates a log group, which is a step of a deployment. */
final class CreateLogGroup implements AwsOperation {
    private final LogGroupStore store;

    CreateLogGroup(LogGroupStore store) {
        this.store = store;
    }

    @Override
    public AwsService service() {
        return AwsService.LOGS;
    }

    @Override
    public String name() {
        return "CreateLogGroup";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        String group = LogGroupOperations.group(parameters);
        if (store.addGroup(group)) {
            return Map.of();
        }
        throw store.hasGroup(group)
                ? LogGroupOperations.exists("log group")
                : new AwsError(AwsErrorCode.LOGS_LIMIT, "No more log groups are kept here.");
    }
}
