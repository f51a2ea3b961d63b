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

/** Lists saved queries page by page. */
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
        return Pages.page(
                parameters,
                "maxResults",
                MAX_RESULTS,
                "queryDefinitions",
                found.stream().map(DescribeQueryDefinitions::members).toList());
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
