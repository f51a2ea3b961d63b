package io.sreobservability.sreagent.model.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.sreobservability.aspects.Redaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages as JSON in the form of the GenAI conventions. Every text is masked, then cut; the JSON around it stays whole, and
 * the oldest messages give way when there are many.
 */
final class SpanMessages {
    private static final int MAX_MESSAGES = 20;
    private static final int MAX_TEXT = 1000;

    private SpanMessages() {}

    /** What a model was asked. */
    static String asked(List<ChatMessage> messages) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        messages.stream()
                .skip(Math.max(0, messages.size() - MAX_MESSAGES))
                .forEach(message -> write(message, json.addObject()));
        return json.toString();
    }

    /** What it answered, and how the answer ended, if that is known. */
    static String answered(AiMessage message, @Nullable String finishReason) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        ObjectNode answer = json.addObject();
        write(message, answer);
        if (finishReason != null) {
            answer.put("finish_reason", finishReason);
        }
        return json.toString();
    }

    private static void write(ChatMessage message, ObjectNode json) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        if (message instanceof SystemMessage system) {
            json.put("role", "system");
            text(parts, system.text());
        } else if (message instanceof UserMessage user) {
            json.put("role", "user");
            text(parts, user.hasSingleText() ? user.singleText() : null);
        } else if (message instanceof ToolExecutionResultMessage result) {
            json.put("role", "tool");
            parts.addObject()
                    .put("type", "tool_call_response")
                    .put("id", result.id())
                    .put("response", safe(result.text()));
        } else if (message instanceof AiMessage answer) {
            json.put("role", "assistant");
            text(parts, answer.text());
            answer.toolExecutionRequests()
                    .forEach(call -> parts.addObject()
                            .put("type", "tool_call")
                            .put("id", call.id())
                            .put("name", call.name())
                            .put("arguments", safe(call.arguments())));
        }
        json.set("parts", parts);
    }

    private static void text(ArrayNode parts, @Nullable String text) {
        if (text != null) {
            parts.addObject().put("type", "text").put("content", safe(text));
        }
    }

    private static String safe(String text) {
        String masked = Redaction.mask(text);
        return masked.codePointCount(0, masked.length()) <= MAX_TEXT
                ? masked
                : masked.substring(0, masked.offsetByCodePoints(0, MAX_TEXT));
    }
}
