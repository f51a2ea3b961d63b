package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one object of an answer with the help of the vocabulary. */
record Row(JsonNode json, Vocabulary words) {

    /** What the row is about: its first identity column. */
    Optional<String> subject() {
        return text(words.identityKeys());
    }

    /** Subject and detail (an endpoint, say), as a label. */
    String label() {
        String subject = subject().orElse("");
        return text(words.detailKeys()).map(d -> subject + " (" + d + ")").orElse(subject);
    }

    Optional<String> time() {
        return text(words.timeKeys());
    }

    /** The time as the row writes it: a report shows it in its reader's zone. */
    String clock() {
        return time().orElse("");
    }

    /** The value of the first of the keys that holds a non-empty text. */
    Optional<String> text(List<String> keys) {
        return keys.stream()
                .map(json::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(s -> !s.isBlank())
                .findFirst();
    }

    /** All numbers of the row by their path, nested objects one level deep; arrays and identity columns left out. */
    Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (field.getValue().isNumber()) {
                numbers.put(field.getKey(), field.getValue().asDouble());
            } else if (field.getValue().isObject()) {
                for (Map.Entry<String, JsonNode> inner : field.getValue().properties()) {
                    if (inner.getValue().isNumber()) {
                        numbers.put(
                                field.getKey() + "." + inner.getKey(),
                                inner.getValue().asDouble());
                    }
                }
            }
        }
        return numbers;
    }

    /** Whether the row shows a service answering requests: an endpoint, or HTTP status codes it answered with. */
    boolean userFacing() {
        return json.path("endpoint").asText("").startsWith("/")
                || !json.path("status_codes").isEmpty();
    }
}
