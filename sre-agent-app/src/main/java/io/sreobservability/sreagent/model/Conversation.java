package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chat so far, as the rules need it.
 *
 * @param text the last user message's text after the marker "Query:", or all of it
 * @param query the same in words
 * @param asked arguments of the tools asked for, by tool
 * @param answers tool answers that are JSON, by tool
 * @param failures tools that failed or answered something else
 */
record Conversation(
        String text, Words query, Map<String, JsonNode> asked, Map<String, JsonNode> answers, List<String> failures) {
    private static final String MARKER = "Query:";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Conversation of(List<ChatMessage> messages) {
        String text = "";
        Map<String, JsonNode> asked = new LinkedHashMap<>();
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (ChatMessage message : messages) {
            if (message instanceof UserMessage user && user.hasSingleText()) {
                text = afterMarker(user.singleText());
            } else if (message instanceof AiMessage ai) {
                ai.toolExecutionRequests().forEach(request -> asked.put(request.name(), arguments(request)));
            } else if (message instanceof ToolExecutionResultMessage result) {
                record(result, answers, failures);
            }
        }
        return new Conversation(text, Words.of(text), asked, answers, failures);
    }

    private static String afterMarker(String text) {
        int at = text.indexOf(MARKER);
        return (at < 0 ? text : text.substring(at + MARKER.length())).strip();
    }

    /** What a tool was asked with; missing if that is no JSON. */
    private static JsonNode arguments(ToolExecutionRequest request) {
        try {
            return JSON.readTree(request.arguments());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static void record(
            ToolExecutionResultMessage result, Map<String, JsonNode> answers, List<String> failures) {
        if (Boolean.TRUE.equals(result.isError())) {
            failures.add(result.toolName());
            return;
        }
        try {
            answers.put(result.toolName(), JSON.readTree(result.text()));
        } catch (JsonProcessingException e) {
            failures.add(result.toolName());
        }
    }
}
