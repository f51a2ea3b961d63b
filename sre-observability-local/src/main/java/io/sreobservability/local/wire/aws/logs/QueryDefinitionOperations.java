package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.store.QueryDefinitionStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.Parameters;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The operations on saved queries, and what they share. */
public final class QueryDefinitionOperations {
    private static final List<String> LANGUAGES = List.of("CWLI", "SQL", "PPL");

    private QueryDefinitionOperations() {}

    public static List<AwsOperation> of(QueryDefinitionStore store, Clock clock) {
        return List.of(
                new PutQueryDefinition(store, clock),
                new DescribeQueryDefinitions(store),
                new DeleteQueryDefinition(store));
    }

    static Optional<String> language(Parameters parameters) throws AwsError {
        Optional<String> language = parameters.text("queryLanguage");
        if (language.isPresent() && !LANGUAGES.contains(language.get())) {
            throw invalid("queryLanguage must be one of " + String.join(", ", LANGUAGES) + ".");
        }
        return language;
    }

    static AwsError invalid(String message) {
        return new AwsError(AwsErrorCode.LOGS_INVALID_PARAMETER, message);
    }
}
