package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chat so far, as the rules need it.
 *
 * @param known what the last user message says is known, a JSON object; missing if it says nothing
 * @param text the last user message's text after the mark "Query:" at the beginning of a line, or all of it
 * @param query the same in words
 * @param followsUp whether the query is read together with the one before
 * @param asked arguments of the tools asked for, by tool; the first ones of a tool that was asked more than once
 * @param answers tool answers that are JSON, by tool; the rows of all answers of a tool together
 * @param failures tools that failed or answered something else
 */
record Conversation(
        JsonNode known,
        String text,
        Words query,
        boolean followsUp,
        Map<String, JsonNode> asked,
        Map<String, JsonNode> answers,
        List<String> failures) {
    private static final Pattern KNOWN = Pattern.compile("^Known: (.*)$", Pattern.MULTILINE);
    private static final Pattern QUERY = Pattern.compile("^Query:", Pattern.MULTILINE);
    private static final ObjectMapper JSON = new ObjectMapper();

    static Conversation of(List<ChatMessage> messages) {
        String said = "";
        Map<String, JsonNode> asked = new LinkedHashMap<>();
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (ChatMessage message : messages) {
            if (message instanceof UserMessage user && user.hasSingleText()) {
                said = user.singleText();
            } else if (message instanceof AiMessage ai) {
                ai.toolExecutionRequests().forEach(request -> asked.putIfAbsent(request.name(), arguments(request)));
            } else if (message instanceof ToolExecutionResultMessage result) {
                record(result, answers, failures);
            }
        }
        Matcher mark = QUERY.matcher(said);
        boolean marked = mark.find();
        String text = (marked ? said.substring(mark.end()) : said).strip();
        JsonNode known = known(marked ? said.substring(0, mark.start()) : "");
        return new Conversation(known, text, Words.of(text), false, asked, answers, failures);
    }

    /** The same with its query read together with the one before. */
    Conversation withQuestion(String whole, Words words) {
        return new Conversation(known, whole, words, true, asked, answers, failures);
    }

    /** What stands before the query: what a query says is known is only what somebody wrote. */
    private static JsonNode known(String beforeQuery) {
        Matcher known = KNOWN.matcher(beforeQuery);
        return known.find() ? json(known.group(1)) : MissingNode.getInstance();
    }

    /** What a tool was asked with; missing if that is no JSON. */
    private static JsonNode arguments(ToolExecutionRequest request) {
        return json(request.arguments());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
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
            answers.merge(result.toolName(), JSON.readTree(result.text()), Conversation::together);
        } catch (JsonProcessingException e) {
            failures.add(result.toolName());
        }
    }

    /** Each row once, though both answers have it. */
    private static JsonNode together(JsonNode first, JsonNode second) {
        if (!(first instanceof ObjectNode) || !(second instanceof ObjectNode)) {
            return first;
        }
        ObjectNode all = first.deepCopy();
        second.properties().forEach(member -> {
            if (all.get(member.getKey()) instanceof ArrayNode rows) {
                Set<JsonNode> known = new HashSet<>();
                rows.forEach(known::add);
                member.getValue().forEach(row -> {
                    if (known.add(row)) {
                        rows.add(row);
                    }
                });
            }
        });
        return all;
    }
}
