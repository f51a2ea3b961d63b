package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.store.QueryDefinitionStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.Map;

/** Removes a saved query. */
final class DeleteQueryDefinition implements AwsOperation {
    private final QueryDefinitionStore store;

    DeleteQueryDefinition(QueryDefinitionStore store) {
        this.store = store;
    }

    @Override
    public AwsService service() {
        return AwsService.LOGS;
    }

    @Override
    public String name() {
        return "DeleteQueryDefinition";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        if (!store.remove(parameters.text("queryDefinitionId").orElse(""))) {
            throw new AwsError(AwsErrorCode.LOGS_NOT_FOUND, "The specified query definition does not exist.");
        }
        return Map.of("success", true);
    }
}
