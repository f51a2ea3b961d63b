package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.query.insights.InsightsResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The answers of the newest queries, until somebody fetches them: CloudWatch answers later, the stand-in at once. */
final class QueryRuns {
    private static final int MOST_RUNS = 100;
    private static final long MOST_ROWS = 200_000;

    private final Map<String, InsightsResult> results = new LinkedHashMap<>();
    private long rows;

    /** Keeps an answer under a new id; the oldest answers make room. */
    synchronized String add(InsightsResult result) {
        String id = UUID.randomUUID().toString();
        results.put(id, result);
        rows += result.rows().size();
        var oldestFirst = results.entrySet().iterator();
        while ((results.size() > MOST_RUNS || rows > MOST_ROWS) && results.size() > 1) {
            rows -= oldestFirst.next().getValue().rows().size();
            oldestFirst.remove();
        }
        return id;
    }

    synchronized Optional<InsightsResult> get(String id) {
        return Optional.ofNullable(results.get(id));
    }
}
