package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.store.QueryDefinition;
import io.sreobservability.local.store.QueryDefinitionStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Saves a query under a new id, or, if an id is given, changes the query that has it. */
final class PutQueryDefinition implements AwsOperation {
    private static final int MAX_NAME = 255;
    private static final int MAX_QUERY = 10_000;
    private static final int MAX_LOG_GROUPS = 50;

    private final QueryDefinitionStore store;
    private final Clock clock;

    PutQueryDefinition(QueryDefinitionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public AwsService service() {
        return AwsService.LOGS;
    }

    @Override
    public String name() {
        return "PutQueryDefinition";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        List<String> logGroups = parameters.texts("logGroupNames");
        if (logGroups.size() > MAX_LOG_GROUPS) {
            throw QueryDefinitionOperations.invalid("logGroupNames must have at most " + MAX_LOG_GROUPS + " members.");
        }
        Optional<String> id = parameters.text("queryDefinitionId");
        QueryDefinition definition = new QueryDefinition(
                id.orElseGet(() -> UUID.randomUUID().toString()),
                required(parameters, "name", MAX_NAME),
                required(parameters, "queryString", MAX_QUERY),
                QueryDefinitionOperations.language(parameters).orElse("CWLI"),
                logGroups,
                clock.instant());
        if (id.isPresent()) {
            if (!store.replace(definition)) {
                throw new AwsError(AwsErrorCode.LOGS_NOT_FOUND, "The specified query definition does not exist.");
            }
        } else if (!store.add(definition)) {
            throw new AwsError(AwsErrorCode.LOGS_LIMIT, "No more query definitions are kept here.");
        }
        return Map.of("queryDefinitionId", definition.id());
    }

    private static String required(Parameters parameters, String name, int maximum) throws AwsError {
        String text = parameters.text(name).orElse("");
        if (text.isEmpty() || text.length() > maximum) {
            throw QueryDefinitionOperations.invalid(name + " must be 1 to " + maximum + " characters long.");
        }
        return text;
    }
}
