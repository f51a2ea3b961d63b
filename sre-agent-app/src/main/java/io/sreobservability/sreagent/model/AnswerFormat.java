package io.sreobservability.sreagent.model;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.sreobservability.sreagent.model.analysis.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The three answers the agents ask a model for, as JSON schemas. A provider that supports structured output enforces
 * them; the prompts describe the same shapes for those that do not.
 */
public enum AnswerFormat {
    /** Which specialists to ask, and for what. */
    PLAN("investigation_plan"),
    /** What one specialist found, with the tool behind each fact. */
    FINDINGS("findings"),
    /** Root cause, impact and next steps of the whole investigation, and what some readers want beside them. */
    SUMMARY("investigation_summary");

    private final String schemaName;

    AnswerFormat(String schemaName) {
        this.schemaName = schemaName;
    }

    /** The format as a part of a chat request. */
    public ResponseFormat toResponseFormat() {
        JsonSchema schema =
                JsonSchema.builder().name(schemaName).rootElement(root()).build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(schema)
                .build();
    }

    /** Which of the three formats a request asks for; empty for any other. */
    static Optional<AnswerFormat> of(@Nullable ResponseFormat format) {
        if (format == null || format.jsonSchema() == null) {
            return Optional.empty();
        }
        String name = format.jsonSchema().name();
        return Arrays.stream(values()).filter(f -> f.schemaName.equals(name)).findFirst();
    }

    private JsonSchemaElement root() {
        return switch (this) {
            case PLAN -> plan();
            case FINDINGS -> findings();
            case SUMMARY -> summary();
        };
    }

    private static JsonSchemaElement plan() {
        return JsonObjectSchema.builder()
                .addProperty("steps", strings())
                .addProperty("agents_sequence", strings())
                .addEnumProperty("complexity", List.of("simple", "complex"))
                .addBooleanProperty("auto_execute")
                .addStringProperty("reasoning")
                .addBooleanProperty("memory_only")
                .required("steps", "agents_sequence", "complexity", "auto_execute", "reasoning")
                .build();
    }

    private static JsonSchemaElement findings() {
        JsonObjectSchema measure = JsonObjectSchema.builder()
                .addProperty("class", enumOf(Observation.MeasureType.values()))
                .addStringProperty("unit")
                .addNumberProperty("first")
                .addNumberProperty("last")
                .addStringProperty("since")
                .required("class", "unit", "first", "last")
                .build();
        JsonObjectSchema finding = JsonObjectSchema.builder()
                .addProperty("kind", enumOf(Observation.Kind.values()))
                .addStringProperty("subject")
                .addStringProperty("text")
                .addStringProperty("tool")
                .addBooleanProperty("problem")
                .addBooleanProperty("cause")
                .addBooleanProperty("user_facing")
                .addNumberProperty("weight")
                .addProperty("measure", measure)
                .addProperty("steps", strings())
                .required("kind", "subject", "text", "tool", "problem")
                .build();
        return JsonObjectSchema.builder()
                .addProperty(
                        "findings", JsonArraySchema.builder().items(finding).build())
                .addProperty("not_found", strings())
                .required("findings")
                .build();
    }

    private static JsonSchemaElement summary() {
        return JsonObjectSchema.builder()
                .addStringProperty("answer")
                .addStringProperty("root_cause")
                .addProperty("evidence", strings())
                .addStringProperty("impact")
                .addProperty("next_steps", strings())
                .addProperty("troubleshooting", strings())
                .build();
    }

    private static JsonSchemaElement strings() {
        return JsonArraySchema.builder().items(new JsonStringSchema()).build();
    }

    private static JsonSchemaElement enumOf(Enum<?>... constants) {
        List<String> names = Arrays.stream(constants).map(Enum::name).toList();
        return JsonEnumSchema.builder().enumValues(names).build();
    }
}
