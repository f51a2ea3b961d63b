package io.sreobservability.local.wire.api;

import io.sreobservability.local.store.QueryDefinition;
import java.util.List;

/** A saved query in an answer. */
record QueryDefinitionView(
        String queryDefinitionId,
        String name,
        String queryString,
        String queryLanguage,
        List<String> logGroupNames,
        String lastModified) {

    static QueryDefinitionView of(QueryDefinition definition) {
        return new QueryDefinitionView(
                definition.id(),
                definition.name(),
                definition.queryString(),
                definition.language(),
                definition.logGroupNames(),
                definition.lastModified().toString());
    }
}
