package io.sreobservability.sreagent.backend.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.backend.data.Rows;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups the messages of level WARN and above that differ only in their numbers. */
final class LogPatterns {
    private static final Set<String> LEVELS = Set.of("WARN", "ERROR", "CRITICAL");
    private static final int MAX_EXAMPLES = 3;

    private LogPatterns() {}

    static ObjectNode of(Rows lines, int minOccurrences) {
        Map<Key, List<JsonNode>> groups = lines
                .where(line -> LEVELS.contains(line.path("level").asText()))
                .stream()
                .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode patterns = answer.putArray("patterns");
        groups.entrySet().stream()
                .filter(group -> group.getValue().size() >= minOccurrences)
                .sorted(Comparator.comparing(group -> -group.getValue().size()))
                .forEach(group -> patterns.add(pattern(group.getKey(), group.getValue())));
        return answer;
    }

    private static ObjectNode pattern(Key key, List<JsonNode> lines) {
        ObjectNode pattern = JsonNodeFactory.instance
                .objectNode()
                .put("pattern", key.message())
                .put("count", lines.size())
                .put("severity", key.level())
                .put("service", key.service());
        pattern.set("first_seen", lines.get(0).path("timestamp"));
        pattern.set("last_seen", lines.get(lines.size() - 1).path("timestamp"));
        ArrayNode examples = pattern.putArray("occurrences");
        lines.stream()
                .limit(MAX_EXAMPLES)
                .forEach(line -> examples.addObject()
                        .put("timestamp", line.path("timestamp").asText())
                        .put("message", line.path("message").asText()));
        return pattern;
    }

    private record Key(String level, String service, String message) {
        static Key of(JsonNode line) {
            return new Key(
                    line.path("level").asText(),
                    line.path("service").asText(),
                    line.path("message").asText().replaceAll("\\d+", "#"));
        }
    }
}
