package io.sreobservability.sreagent.backend.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Moves the times of a JSON tree. A time is a string that is an ISO 8601 instant as a whole, in UTC; times inside a
 * longer text stay as they are (the data set has none).
 *
 * @param by how far every time is moved; may be negative
 */
record TimeShift(Duration by) {
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    /** A moved copy; the given tree stays as it is. */
    JsonNode apply(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(property -> copy.set(property.getKey(), apply(property.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> copy.add(apply(element)));
            return copy;
        }
        return node.isTextual() ? text(node) : node;
    }

    private JsonNode text(JsonNode node) {
        if (!INSTANT.matcher(node.textValue()).matches()) {
            return node;
        }
        try {
            return TextNode.valueOf(Instant.parse(node.textValue()).plus(by).toString());
        } catch (DateTimeException notATime) {
            // It has the shape of a time but names a 30th of February, say: plain text.
            return node;
        }
    }
}
