package io.sreobservability.sreagent.model.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;

/**
 * Earlier tool calls as they are shown to a model again. Arguments that it got wrong were answered with an error; an empty
 * object stands in their place, because providers refuse a conversation with anything but an object there.
 */
final class SentToolCalls {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SentToolCalls() {}

    static JsonNode arguments(ToolExecutionRequest call) {
        try {
            JsonNode arguments = JSON.readTree(call.arguments());
            return arguments.isObject() ? arguments : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** The message with arguments that are objects throughout. */
    static ChatMessage mended(ChatMessage message) {
        return message instanceof AiMessage answer && answer.hasToolExecutionRequests()
                ? answer.toBuilder()
                        .toolExecutionRequests(answer.toolExecutionRequests().stream()
                                .map(call -> call.toBuilder()
                                        .arguments(arguments(call).toString())
                                        .build())
                                .toList())
                        .build()
                : message;
    }
}
