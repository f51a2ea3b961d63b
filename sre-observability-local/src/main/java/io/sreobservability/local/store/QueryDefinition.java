package io.sreobservability.local.store;

import java.time.Instant;
import java.util.List;

/**
 * A saved CloudWatch Logs Insights query.
 *
 * @param id given by the service when the query was first saved
 * @param language {@code CWLI}, {@code SQL} or {@code PPL}
 */
public record QueryDefinition(
        String id, String name, String queryString, String language, List<String> logGroupNames, Instant lastModified) {

    public QueryDefinition {
        logGroupNames = List.copyOf(logGroupNames);
    }
}
