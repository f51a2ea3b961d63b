package io.sreobservability.sreagent.backend.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.backend.data.Rows;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts log lines by service, level or hour; the largest group first. */
final class LogCounts {
    private LogCounts() {}

    static ObjectNode of(Rows lines, String groupBy) {
        Map<String, Long> counts = lines.stream()
                .collect(Collectors.groupingBy(line -> group(line, groupBy), TreeMap::new, Collectors.counting()));
        long total = lines.list().size();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("total_count", total);
        ArrayNode groups = answer.putArray("counts");
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> groups.addObject()
                        .put("group", entry.getKey())
                        .put("count", entry.getValue())
                        .put("percentage", Math.round(entry.getValue() * 1000.0 / total) / 10.0));
        return answer;
    }

    private static String group(JsonNode line, String groupBy) {
        return groupBy.equals("hour")
                ? Rows.time(line).truncatedTo(ChronoUnit.HOURS).toString()
                : line.path(groupBy).asText();
    }
}
