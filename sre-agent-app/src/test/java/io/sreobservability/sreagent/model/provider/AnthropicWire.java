package io.sreobservability.sreagent.model.provider;

import static io.sreobservability.sreagent.model.provider.ScriptedAnswers.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Anthropic's Messages API, as its reference describes it. */
public final class AnthropicWire implements Wire {
    public static final String KEY = "sk-ant-test-0123456789abcdef";
    static final String MODEL = "claude-haiku-4-5-20251001";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String complaint(String path, Headers headers) {
        if (!path.equals("/v1/messages")) {
            return "no such address: " + path;
        }
        return KEY.equals(headers.getFirst("x-api-key")) && headers.containsKey("anthropic-version")
                ? ""
                : "x-api-key and anthropic-version are required";
    }

    @Override
    public String system(JsonNode request) {
        return text(request.path("system"));
    }

    @Override
    public List<ChatMessage> messages(JsonNode request) {
        check(request.path("max_tokens").isInt(), "max_tokens: field required");
        check(request.path("model").asText().equals(MODEL), "model: " + request.path("model"));
        List<ChatMessage> messages = new ArrayList<>();
        request.path("messages").forEach(message -> {
            if (message.path("role").asText().equals("assistant")) {
                messages.add(assistant(message.path("content")));
            } else {
                user(message.path("content"), messages);
            }
        });
        return messages;
    }

    private static void user(JsonNode content, List<ChatMessage> messages) {
        check(content.isTextual() || !content.isEmpty(), "content: at least one block");
        if (content.isTextual()) {
            messages.add(UserMessage.from(content.asText()));
            return;
        }
        content.forEach(block -> {
            if (block.path("type").asText().equals("tool_result")) {
                messages.add(ToolExecutionResultMessage.builder()
                        .id(block.path("tool_use_id").asText())
                        .toolName(nameOf(block.path("tool_use_id").asText(), messages))
                        .text(text(block.path("content")))
                        .isError(block.path("is_error").asBoolean())
                        .build());
            } else {
                messages.add(UserMessage.from(text(block)));
            }
        });
    }

    static String nameOf(String call, List<ChatMessage> messages) {
        return messages.stream()
                .filter(AiMessage.class::isInstance)
                .flatMap(message -> ((AiMessage) message).toolExecutionRequests().stream())
                .filter(request -> request.id().equals(call))
                .map(ToolExecutionRequest::name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an answer to no tool call: " + call));
    }

    private static AiMessage assistant(JsonNode content) {
        AiMessage.Builder answer = AiMessage.builder();
        List<ToolExecutionRequest> calls = new ArrayList<>();
        content.forEach(block -> {
            if (block.path("type").asText().equals("tool_use")) {
                check(block.path("input").isObject(), "tool_use.input: an object");
                calls.add(ToolExecutionRequest.builder()
                        .id(block.path("id").asText())
                        .name(block.path("name").asText())
                        .arguments(block.path("input").toString())
                        .build());
            } else {
                answer.text(text(block));
            }
        });
        return answer.toolExecutionRequests(calls).build();
    }

    @Override
    public List<ToolSpecification> tools(JsonNode request) {
        List<ToolSpecification> tools = new ArrayList<>();
        request.path("tools")
                .forEach(tool -> tools.add(
                        ScriptedAnswers.tool(tool.path("name"), tool.path("description"), tool.path("input_schema"))));
        check(!tools.isEmpty() || !request.has("tool_choice"), "tool_choice without tools");
        return tools;
    }

    @Override
    public String answer(AiMessage message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", "msg_01").put("type", "message").put("role", "assistant").put("model", MODEL);
        ArrayNode content = json.putArray("content");
        if (message.text() != null) {
            content.addObject().put("type", "text").put("text", message.text());
        }
        message.toolExecutionRequests()
                .forEach(call -> content.addObject()
                        .put("type", "tool_use")
                        .put("id", call.id())
                        .put("name", call.name())
                        .set("input", parse(call.arguments())));
        json.put("stop_reason", message.hasToolExecutionRequests() ? "tool_use" : "end_turn");
        json.putObject("usage").put("input_tokens", INPUT_TOKENS).put("output_tokens", OUTPUT_TOKENS);
        return json.toString();
    }

    @Override
    public ModelStub.Reply refusal(int status, String code, String words) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", "error");
        json.putObject("error").put("type", code).put("message", words);
        return ModelStub.json(status, json.toString());
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(JsonNode content) {
        if (content.isArray()) {
            StringBuilder all = new StringBuilder();
            content.forEach(block -> all.append(text(block)));
            return all.toString();
        }
        String text =
                content.isTextual() ? content.asText() : content.path("text").asText();
        check(!text.isBlank(), "text: must not be blank");
        return text;
    }
}
