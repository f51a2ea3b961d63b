package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An array of objects inside an answer.
 *
 * @param name the field it was found under, in words
 * @param rows its objects
 */
record Table(String name, List<JsonNode> rows) {

    /** The tables directly in the answer or one object below it. */
    static List<Table> in(JsonNode answer) {
        List<Table> found = new ArrayList<>();
        collect("rows", answer, 2, found);
        return found;
    }

    private static void collect(String name, JsonNode node, int depth, List<Table> found) {
        if (node.isArray()) {
            List<JsonNode> rows = new ArrayList<>();
            node.forEach(row -> {
                if (row.isObject()) {
                    rows.add(row);
                }
            });
            if (!rows.isEmpty()) {
                found.add(new Table(name, List.copyOf(rows)));
            }
        } else if (node.isObject() && depth > 0) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                collect(field.getKey().replace('_', ' '), field.getValue(), depth - 1, found);
            }
        }
    }
}
