package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What writing the optional parts of an answer takes beside the role's own time: a reader who wants less waits less.
 *
 * @param perPart by the part's name in the answer's JSON
 */
record WritingTime(Map<String, Duration> perPart) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The time for those parts that the answer has and that are not empty. */
    Duration of(@Nullable String answer) {
        JsonNode json = read(answer);
        return perPart.entrySet().stream()
                .filter(part -> !json.path(part.getKey()).isEmpty())
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static JsonNode read(@Nullable String answer) {
        try {
            return JSON.readTree(answer == null ? "" : answer);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
