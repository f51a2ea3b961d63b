package io.sreobservability.sreagent.tool;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools by name and domain, and as the schemas that chat models are given. Immutable. */
public final class ToolCatalog {
    private final Map<String, ToolDefinition> byName;

    private ToolCatalog(List<ToolDefinition> definitions) {
        Map<String, ToolDefinition> map = new LinkedHashMap<>();
        for (ToolDefinition definition : definitions) {
            if (map.put(definition.name(), definition) != null) {
                throw new IllegalStateException("Two tools are called " + definition.name());
            }
        }
        this.byName = Collections.unmodifiableMap(map);
    }

    /** The catalog of all four domains. */
    public static ToolCatalog standard() {
        return new ToolCatalog(ToolTable.read());
    }

    /** The tool of this name. */
    public Optional<ToolDefinition> find(String tool) {
        return Optional.ofNullable(byName.get(tool));
    }

    /** All tools, in the order of the table. */
    public Collection<ToolDefinition> definitions() {
        return byName.values();
    }

    /** The tools of one domain, in the order of the table. */
    public List<ToolDefinition> definitions(ToolDomain domain) {
        return byName.values().stream()
                .filter(definition -> definition.domain() == domain)
                .toList();
    }

    /** The tools of one domain, as a chat model is told about them. */
    public List<ToolSpecification> specifications(ToolDomain domain) {
        return definitions(domain).stream().map(ToolCatalog::specification).toList();
    }

    private static ToolSpecification specification(ToolDefinition definition) {
        JsonObjectSchema.Builder schema = JsonObjectSchema.builder();
        definition.parameters().forEach(parameter -> schema.addProperty(parameter.name(), schema(parameter)));
        schema.required(definition.parameters().stream()
                .filter(ToolParameter::required)
                .map(ToolParameter::name)
                .toList());
        schema.additionalProperties(false);
        return ToolSpecification.builder()
                .name(definition.name())
                .description(definition.description())
                .parameters(schema.build())
                .build();
    }

    private static JsonSchemaElement schema(ToolParameter parameter) {
        String description = describe(parameter);
        if (!parameter.allowed().isEmpty()) {
            return JsonEnumSchema.builder()
                    .description(description)
                    .enumValues(parameter.allowed())
                    .build();
        }
        return switch (parameter.type()) {
            case STRING, DATE_TIME ->
                JsonStringSchema.builder().description(description).build();
            case INTEGER -> JsonIntegerSchema.builder().description(description).build();
            case NUMBER -> JsonNumberSchema.builder().description(description).build();
        };
    }

    // LangChain4j's schema has no keywords for format, range and default: the model reads them in the description.
    private static String describe(ToolParameter parameter) {
        StringBuilder text = new StringBuilder(parameter.description());
        if (parameter.type() == ParameterType.DATE_TIME) {
            text.append(" ISO 8601 with zone.");
        }
        if (parameter.minimum() != null) {
            text.append(" At least ").append(parameter.minimum()).append('.');
        }
        if (parameter.maximum() != null) {
            text.append(" At most ").append(parameter.maximum()).append('.');
        }
        if (parameter.defaultValue() != null) {
            text.append(" Default: ").append(parameter.defaultValue()).append('.');
        }
        return text.toString();
    }
}
