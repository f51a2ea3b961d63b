package io.sreobservability.sreagent.model.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;

/** JSON as the AWS SDK holds it where a model or a tool may put any. */
final class Documents {
    private Documents() {}

    static Document of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Document> fields = new LinkedHashMap<>();
                node.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
                yield Document.fromMap(fields);
            }
            case ARRAY -> {
                List<Document> elements = new ArrayList<>();
                node.forEach(element -> elements.add(of(element)));
                yield Document.fromList(elements);
            }
            case NUMBER -> Document.fromNumber(node.decimalValue());
            case BOOLEAN -> Document.fromBoolean(node.booleanValue());
            case STRING -> Document.fromString(node.textValue());
            default -> Document.fromNull();
        };
    }

    static JsonNode json(Document document) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (document.isMap()) {
            ObjectNode fields = json.objectNode();
            document.asMap().forEach((name, value) -> fields.set(name, json(value)));
            return fields;
        }
        if (document.isList()) {
            ArrayNode elements = json.arrayNode();
            document.asList().forEach(element -> elements.add(json(element)));
            return elements;
        }
        if (document.isNumber()) {
            return json.numberNode(document.asNumber().bigDecimalValue());
        }
        if (document.isBoolean()) {
            return json.booleanNode(document.asBoolean());
        }
        return document.isString() ? json.textNode(document.asString()) : json.nullNode();
    }
}
