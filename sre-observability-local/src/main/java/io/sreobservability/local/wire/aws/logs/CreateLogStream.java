package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.store.LogGroupStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.Map;

/** Creates a stream in a log group, which a running program does for itself. */
final class CreateLogStream implements AwsOperation {
    private final LogGroupStore store;

    CreateLogStream(LogGroupStore store) {
        this.store = store;
    }

    @Override
    public AwsService service() {
        return AwsService.LOGS;
    }

    @Override
    public String name() {
        return "CreateLogStream";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        String group = LogGroupOperations.group(parameters);
        String stream = LogGroupOperations.stream(parameters);
        if (!store.hasGroup(group)) {
            throw new AwsError(AwsErrorCode.LOGS_NOT_FOUND, "The specified log group does not exist.");
        }
        if (store.addStream(group, stream)) {
            return Map.of();
        }
        throw store.hasStream(group, stream)
                ? LogGroupOperations.exists("log stream")
                : new AwsError(AwsErrorCode.LOGS_LIMIT, "No more log streams are kept here.");
    }
}
