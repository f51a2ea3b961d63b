package io.sreobservability.sreagent.model.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.sreobservability.sreagent.model.AnswerFormat;
import io.sreobservability.sreagent.model.OfflineChatModel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stub's model says. It has nothing but what arrived over the wire, and decides by the offline model's rules: so an
 * investigation through a provider must come out as one without.
 */
final class ScriptedAnswers {
    private static final OfflineChatModel RULES = new OfflineChatModel();

    private ScriptedAnswers() {}

    /** The answer in wire form. */
    static String to(JsonNode request, Wire wire) {
        List<ChatMessage> messages = wire.messages(request);
        List<ToolSpecification> tools = wire.tools(request);
        checkToolCalls(messages, tools);
        ChatRequest chat = ChatRequest.builder()
                .messages(messages)
                .toolSpecifications(tools)
                .responseFormat(format(wire.system(request)).toResponseFormat())
                .build();
        return wire.answer(RULES.chat(chat).aiMessage());
    }

    /** No provider is sent a response format; the system prompt says what to write. */
    private static AnswerFormat format(String system) {
        if (system.contains("\"agents_sequence\"")) {
            return AnswerFormat.PLAN;
        }
        return system.contains("\"root_cause\"") ? AnswerFormat.SUMMARY : AnswerFormat.FINDINGS;
    }

    /** Both providers want every tool call answered at once, and the tools listed for as long as calls are in the talk. */
    private static void checkToolCalls(List<ChatMessage> messages, List<ToolSpecification> tools) {
        List<String> open = new ArrayList<>();
        for (ChatMessage message : messages) {
            if (message instanceof ToolExecutionResultMessage result) {
                check(open.remove(result.id()), "an answer to no tool call: " + result.id());
                check(!tools.isEmpty(), "tool results, but no tools");
            } else {
                check(open.isEmpty(), "tool calls without an answer: " + open);
            }
            if (message instanceof AiMessage answer) {
                answer.toolExecutionRequests().forEach(call -> open.add(call.id()));
            }
        }
        check(open.isEmpty(), "tool calls without an answer: " + open);
    }

    static void check(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }

    static ToolSpecification tool(JsonNode name, JsonNode description, JsonNode schema) {
        check(name.asText().matches("[A-Za-z0-9_-]{1,64}"), "tool name " + name);
        check(schema.path("type").asText().equals("object"), "a schema that is no object");
        JsonObjectSchema.Builder parameters = JsonObjectSchema.builder();
        schema.path("properties")
                .properties()
                .forEach(property -> parameters.addProperty(property.getKey(), element(property.getValue())));
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(parameter -> required.add(parameter.asText()));
        return ToolSpecification.builder()
                .name(name.asText())
                .description(description.asText())
                .parameters(parameters.required(required).build())
                .build();
    }

    private static JsonSchemaElement element(JsonNode schema) {
        if (schema.has("enum")) {
            List<String> values = new ArrayList<>();
            schema.path("enum").forEach(value -> values.add(value.asText()));
            return JsonEnumSchema.builder().enumValues(values).build();
        }
        return switch (schema.path("type").asText()) {
            case "string" -> new JsonStringSchema();
            case "integer" -> new JsonIntegerSchema();
            case "number" -> new JsonNumberSchema();
            default -> throw new IllegalArgumentException("a parameter of type " + schema.path("type"));
        };
    }
}
