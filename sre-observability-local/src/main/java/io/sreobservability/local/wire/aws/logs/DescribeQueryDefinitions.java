package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.store.QueryDefinition;
import io.sreobservability.local.store.QueryDefinitionStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists saved queries page by page; a page's token is the number of queries before it. */
final class DescribeQueryDefinitions implements AwsOperation {
    private static final int MAX_RESULTS = 1_000;

    private final QueryDefinitionStore store;

    DescribeQueryDefinitions(QueryDefinitionStore store) {
        this.store = store;
    }

    @Override
    public AwsService service() {
        return AwsService.LOGS;
    }

    @Override
    public String name() {
        return "DescribeQueryDefinitions";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        String prefix = parameters.text("queryDefinitionNamePrefix").orElse("");
        Optional<String> language = QueryDefinitionOperations.language(parameters);
        List<QueryDefinition> found = store.all().stream()
                .filter(definition -> definition.name().startsWith(prefix))
                .filter(definition -> language.isEmpty() || language.get().equals(definition.language()))
                .toList();
        int from = Math.min(token(parameters), found.size());
        int to = Math.min(from + maxResults(parameters), found.size());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "queryDefinitions",
                found.subList(from, to).stream()
                        .map(DescribeQueryDefinitions::members)
                        .toList());
        if (to < found.size()) {
            result.put("nextToken", String.valueOf(to));
        }
        return result;
    }

    private static int maxResults(Parameters parameters) throws AwsError {
        double maximum = parameters.number("maxResults").orElse(MAX_RESULTS);
        if (maximum < 1 || maximum > MAX_RESULTS || maximum != Math.rint(maximum)) {
            throw QueryDefinitionOperations.invalid("maxResults must be a whole number from 1 to " + MAX_RESULTS + ".");
        }
        return (int) maximum;
    }

    private static int token(Parameters parameters) throws AwsError {
        String token = parameters.text("nextToken").orElse("0");
        if (!token.matches("[0-9]{1,6}")) {
            throw QueryDefinitionOperations.invalid("The specified nextToken is invalid.");
        }
        return Integer.parseInt(token);
    }

    private static Map<String, Object> members(QueryDefinition definition) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("queryDefinitionId", definition.id());
        members.put("name", definition.name());
        members.put("queryString", definition.queryString());
        members.put("queryLanguage", definition.language());
        members.put("logGroupNames", definition.logGroupNames());
        members.put("lastModified", definition.lastModified().toEpochMilli());
        return members;
    }
}
