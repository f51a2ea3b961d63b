package io.sreobservability.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * The variables of a dashboard: inputs above it with which a reader changes what all widgets show, without saving. One of type
 * {@code pattern} replaces a text wherever it stands; one of type {@code property} sets a property of widgets or a dimension.
 */
final class Variables {
    private final JsonNode declared;
    private final Map<String, String> chosen;

    /**
     * Variables with values.
     *
     * @param declared {@code variables} of the dashboard's body
     * @param chosen values by id; the others have their defaults, and those without one change nothing
     */
    Variables(JsonNode declared, Map<String, String> chosen) {
        this.declared = declared;
        this.chosen = Map.copyOf(chosen);
    }

    /** The properties of a widget as the reader wants them. */
    JsonNode applyTo(JsonNode properties) {
        JsonNode changed = properties.deepCopy();
        for (JsonNode variable : declared) {
            String value = chosen.getOrDefault(
                    variable.path("id").asText(), variable.path("defaultValue").asText());
            if (value.isEmpty()) {
                continue;
            }
            if (variable.path("type").asText().equals("pattern")) {
                changed = replaced(changed, variable.path("pattern").asText(), value);
            } else {
                set(changed, variable.path("property").asText(), value);
            }
        }
        return changed;
    }

    private static JsonNode replaced(JsonNode node, String pattern, String value) {
        if (node.isTextual() && !pattern.isEmpty()) {
            return TextNode.valueOf(node.textValue().replace(pattern, value));
        }
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, replaced(object.get(name), pattern, value)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, replaced(array.get(i), pattern, value));
            }
        }
        return node;
    }

    private static void set(JsonNode properties, String property, String value) {
        if (properties instanceof ObjectNode object && object.has(property)) {
            object.put(property, value);
        }
        for (JsonNode row : properties.path("metrics")) {
            for (int i = 2; i + 1 < row.size(); i += 2) {
                if (row.get(i).asText().equals(property) && row instanceof ArrayNode words) {
                    words.set(i + 1, TextNode.valueOf(value));
                }
            }
        }
    }
}
