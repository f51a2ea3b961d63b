package io.sreobservability.sreagent.model.provider;

import static io.sreobservability.sreagent.model.provider.ScriptedAnswers.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;

/** Bedrock's Converse operation, as its reference describes it. */
final class ConverseWire implements Wire {
    static final String MODEL = "global.anthropic.claude-haiku-4-5-20251001-v1:0";

    @Override
    public String complaint(String path, Headers headers) {
        if (!path.equals("/model/" + MODEL.replace(":", "%3A") + "/converse")) {
            return "no such address: " + path;
        }
        return String.valueOf(headers.getFirst("Authorization")).startsWith("AWS4-HMAC-SHA256 ") ? "" : "not signed";
    }

    @Override
    public String system(JsonNode request) {
        return request.path("system").path(0).path("text").asText();
    }

    @Override
    public List<ChatMessage> messages(JsonNode request) {
        List<ChatMessage> messages = new ArrayList<>();
        String before = "assistant";
        for (JsonNode message : request.path("messages")) {
            String role = message.path("role").asText();
            check(!role.equals(before), "roles must alternate between user and assistant");
            before = role;
            check(!message.path("content").isEmpty(), "the content field is empty");
            if (role.equals("assistant")) {
                messages.add(assistant(message.path("content")));
            } else {
                message.path("content").forEach(block -> messages.add(user(block, messages)));
            }
        }
        check(before.equals("user"), "the last turn must be the user's");
        return messages;
    }

    private static ChatMessage user(JsonNode block, List<ChatMessage> messages) {
        JsonNode result = block.path("toolResult");
        if (result.isMissingNode()) {
            return UserMessage.from(text(block));
        }
        return ToolExecutionResultMessage.builder()
                .id(result.path("toolUseId").asText())
                .toolName(AnthropicWire.nameOf(result.path("toolUseId").asText(), messages))
                .text(text(result.path("content").path(0)))
                .isError(result.path("status").asText().equals("error"))
                .build();
    }

    private static AiMessage assistant(JsonNode content) {
        AiMessage.Builder answer = AiMessage.builder();
        List<ToolExecutionRequest> calls = new ArrayList<>();
        content.forEach(block -> {
            JsonNode use = block.path("toolUse");
            if (use.isMissingNode()) {
                answer.text(text(block));
            } else {
                check(use.path("input").isObject(), "toolUse.input must be an object");
                calls.add(ToolExecutionRequest.builder()
                        .id(use.path("toolUseId").asText())
                        .name(use.path("name").asText())
                        .arguments(use.path("input").toString())
                        .build());
            }
        });
        return answer.toolExecutionRequests(calls).build();
    }

    @Override
    public List<ToolSpecification> tools(JsonNode request) {
        List<ToolSpecification> tools = new ArrayList<>();
        request.path("toolConfig").path("tools").forEach(tool -> {
            JsonNode spec = tool.path("toolSpec");
            tools.add(ScriptedAnswers.tool(
                    spec.path("name"),
                    spec.path("description"),
                    spec.path("inputSchema").path("json")));
        });
        check(!tools.isEmpty() || !request.has("toolConfig"), "toolConfig.tools must not be empty");
        return tools;
    }

    @Override
    public String answer(AiMessage message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode written = json.putObject("output").putObject("message").put("role", "assistant");
        ArrayNode content = written.putArray("content");
        if (message.text() != null) {
            content.addObject().put("text", message.text());
        }
        message.toolExecutionRequests()
                .forEach(call -> content.addObject()
                        .putObject("toolUse")
                        .put("toolUseId", call.id())
                        .put("name", call.name())
                        .set("input", AnthropicWire.parse(call.arguments())));
        json.put("stopReason", message.hasToolExecutionRequests() ? "tool_use" : "end_turn");
        json.putObject("usage")
                .put("inputTokens", INPUT_TOKENS)
                .put("outputTokens", OUTPUT_TOKENS)
                .put("totalTokens", INPUT_TOKENS + OUTPUT_TOKENS);
        json.putObject("metrics").put("latencyMs", 1);
        return json.toString();
    }

    @Override
    public ModelStub.Reply refusal(int status, String code, String words) {
        String body =
                JsonNodeFactory.instance.objectNode().put("message", words).toString();
        return exchange -> {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", code);
            ModelStub.json(status, body).write(exchange);
        };
    }

    private static String text(JsonNode block) {
        String text = block.path("text").asText();
        check(!text.isBlank(), "the text field is blank");
        return text;
    }
}
