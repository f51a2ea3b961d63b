package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What memory says of earlier investigations, or that it says nothing. */
final class Recall {
    private Recall() {}

    /** The answer in the first line, one earlier investigation in each next one, the most similar first. */
    static String of(JsonNode request) {
        if (request.has("memory_gap")) {
            return "Not known: memory could not be read.";
        }
        JsonNode earlier = request.path("earlier");
        if (earlier.isEmpty()) {
            return "No: memory holds no earlier investigation like this. [memory]";
        }
        List<String> lines = new ArrayList<>(List.of("Yes, memory holds earlier investigations like this:"));
        earlier.forEach(past -> lines.add("%s (%s), %s: %s [memory]"
                .formatted(
                        past.path("ended").asText(),
                        past.path("left").asText(),
                        past.path("query").asText(),
                        past.path("outcome").asText())));
        return String.join("\n", lines);
    }
}
