package io.sreobservability.sreagent.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A served OpenAPI document, and what it says about answers and parameters; the validator is not ours. */
final class OpenApiContract {
    private static final String LOCATION = "https://backend.test/openapi.json";

    private final JsonNode document;
    private final SchemaRegistry schemas;

    OpenApiContract(JsonNode document) {
        this.document = document;
        // OpenAPI 3.1 has its schemas in JSON Schema 2020-12; formats count only if one says so.
        this.schemas = SchemaRegistry.withDialect(
                Dialects.getDraft202012(),
                registry -> registry.schemas(Map.of(LOCATION, document.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** An operation that is a tool. */
    record Operation(String path, JsonNode description) {
        String id() {
            return description.path("operationId").asText();
        }

        List<JsonNode> parameters() {
            List<JsonNode> parameters = new ArrayList<>();
            description.path("parameters").forEach(parameters::add);
            return parameters;
        }
    }

    JsonNode document() {
        return document;
    }

    List<Operation> tools() {
        List<Operation> tools = new ArrayList<>();
        document.path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            if (get.has("operationId")) {
                tools.add(new Operation(path.getKey(), get));
            }
        });
        return tools;
    }

    /** What is wrong with an answer; empty if the document allows it. */
    List<String> problems(String path, RunningBackend.Answer answer) {
        String pointer = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/get/responses/" + answer.status();
        JsonNode response = document.at(pointer);
        if (response.has("$ref")) {
            pointer = response.path("$ref").asText().substring(1);
            response = document.at(pointer);
        }
        if (response.isMissingNode()) {
            return List.of("status " + answer.status() + " is not documented");
        }
        JsonNode schema = response.at("/content/application~1json/schema");
        return schema.has("$ref")
                ? problems(schema.path("$ref").asText(), answer.body())
                : List.of("status " + answer.status() + " has no schema");
    }

    private List<String> problems(String reference, JsonNode body) {
        Schema schema = schemas.getSchema(SchemaLocation.of(LOCATION + reference));
        return texts(schema.validate(body.toString(), InputFormat.JSON));
    }

    /** Whether a parameter's schema allows a value. */
    boolean allows(JsonNode parameter, JsonNode value) {
        return schemas.getSchema(parameter.path("schema"))
                .validate(value.toString(), InputFormat.JSON)
                .isEmpty();
    }

    /** What is wrong with the schemas themselves. */
    List<String> malformedSchemas() {
        Schema meta = schemas.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        List<String> problems = new ArrayList<>();
        document.at("/components/schemas")
                .forEach(schema -> problems.addAll(texts(meta.validate(schema.toString(), InputFormat.JSON))));
        return problems;
    }

    private static List<String> texts(List<Error> errors) {
        return errors.stream().map(Error::toString).toList();
    }
}
