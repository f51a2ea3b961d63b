package io.sreobservability.sreagent.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the model is given to sum up, as one JSON object. */
final class SummaryRequest {
    private SummaryRequest() {}

    static String of(String query, List<SpecialistResult> results, MemoryContext known, Severity severity) {
        ObjectNode request = KnownFacts.of(known);
        request.put("query", query);
        if (!results.isEmpty()) {
            request.put("severity", severity.title());
        }
        ArrayNode findings = request.putArray("findings");
        ArrayNode gaps = request.putArray("gaps");
        SpecialistResult.notFoundByAny(results).forEach(request.putArray("not_found")::add);
        for (SpecialistResult result : results) {
            result.findings().forEach(finding -> findings.add(FindingsParser.toJson(result.agent(), finding)));
            result.gaps().forEach(gaps::add);
        }
        return request.toString();
    }
}
