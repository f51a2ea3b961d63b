package io.sreobservability.sreagent.tool.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.tool.ParameterType;
import io.sreobservability.sreagent.tool.ToolParameter;
import java.math.BigDecimal;

/** A parameter's rules as a JSON schema: what passes the one passes the other. */
final class ParameterSchema {
    private ParameterSchema() {}

    static ObjectNode of(ToolParameter parameter) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        switch (parameter.type()) {
            case STRING, DATE_TIME -> schema.put("type", "string");
            case INTEGER -> schema.put("type", "integer");
            case NUMBER -> schema.put("type", "number");
        }
        if (!parameter.allowed().isEmpty()) {
            parameter.allowed().forEach(schema.putArray("enum")::add);
        } else if (parameter.type() == ParameterType.STRING) {
            // At least one character that is no blank.
            schema.put("pattern", "\\S").put("maxLength", ToolParameter.MAX_LENGTH);
        } else if (parameter.type() == ParameterType.DATE_TIME) {
            schema.put("format", "date-time");
        }
        if (parameter.minimum() != null) {
            schema.put("minimum", parameter.minimum());
        }
        if (parameter.maximum() != null) {
            schema.put("maximum", parameter.maximum());
        }
        if (parameter.defaultValue() != null) {
            schema.set("default", value(parameter, parameter.defaultValue()));
        }
        return schema;
    }

    private static JsonNode value(ToolParameter parameter, String text) {
        return switch (parameter.type()) {
            case STRING, DATE_TIME -> JsonNodeFactory.instance.textNode(text);
            case INTEGER -> JsonNodeFactory.instance.numberNode(Integer.parseInt(text));
            case NUMBER -> JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        };
    }
}
