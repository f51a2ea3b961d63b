package io.sreobservability.sreagent.tool.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.tool.ToolDomain;

/** The answers that all backends give alike: health and refusals. */
final class CommonSchemas {
    private CommonSchemas() {}

    static ObjectNode of(ToolDomain domain) {
        ObjectNode schemas = JsonNodeFactory.instance.objectNode();
        ObjectNode health = closed(schemas, "Health", "status", "service");
        health.putObject("status").put("const", "healthy");
        health.putObject("service").put("const", domain.serviceName());
        closed(schemas, "Failure", "detail").putObject("detail").put("type", "string");
        ObjectNode detail = closed(schemas, "InvalidParameters", "detail").putObject("detail");
        detail.put("type", "array").put("minItems", 1).putObject("items").put("$ref", "#/components/schemas/Problem");
        ObjectNode problem = closed(schemas, "Problem", "loc", "msg");
        problem.putObject("msg").put("type", "string");
        ObjectNode place = problem.putObject("loc");
        place.put("type", "array").put("minItems", 2).put("maxItems", 2);
        place.put("description", "Where the parameter is, path or query, and its name.");
        place.putObject("items").put("type", "string");
        return schemas;
    }

    /** Adds an object with exactly these properties and gives their schemas, to be filled. */
    private static ObjectNode closed(ObjectNode schemas, String name, String... properties) {
        ObjectNode schema = schemas.putObject(name).put("type", "object").put("additionalProperties", false);
        for (String property : properties) {
            schema.withArray("required").add(property);
        }
        return schema.putObject("properties");
    }
}
