package io.sreobservability.sreagent.model.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultStatus;

/** Writes a chat request as Bedrock's Converse operation wants it. */
final class ConverseRequests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelSettings settings;

    ConverseRequests(ModelSettings settings) {
        this.settings = settings;
    }

    /** The request; a response format stays out, because this SDK's Converse has none. */
    ConverseRequest of(ChatRequest chat) {
        InferenceConfiguration.Builder inference =
                InferenceConfiguration.builder().maxTokens(settings.maxTokens());
        Double temperature = settings.temperature();
        if (temperature != null) {
            inference.temperature(temperature.floatValue());
        }
        ConverseRequest.Builder request = ConverseRequest.builder()
                .modelId(settings.model())
                .system(system(chat.messages()))
                .messages(turns(chat.messages()))
                .inferenceConfig(inference.build());
        if (!chat.toolSpecifications().isEmpty()) {
            request.toolConfig(tools(chat.toolSpecifications(), chat.toolChoice()));
        }
        return request.build();
    }

    private static List<SystemContentBlock> system(List<ChatMessage> messages) {
        return messages.stream()
                .filter(SystemMessage.class::isInstance)
                .map(message -> SystemContentBlock.fromText(((SystemMessage) message).text()))
                .toList();
    }

    /** User and assistant in turns: neighbours of one role become one message, as Converse demands of tool results. */
    private static List<Message> turns(List<ChatMessage> messages) {
        List<Message> turns = new ArrayList<>();
        ConversationRole role = ConversationRole.USER;
        List<ContentBlock> blocks = new ArrayList<>();
        for (ChatMessage message : messages) {
            if (message instanceof SystemMessage) {
                continue;
            }
            ConversationRole next = message instanceof AiMessage ? ConversationRole.ASSISTANT : ConversationRole.USER;
            if (next != role && !blocks.isEmpty()) {
                turns.add(Message.builder().role(role).content(blocks).build());
                blocks = new ArrayList<>();
            }
            role = next;
            blocks.addAll(blocks(message));
        }
        if (!blocks.isEmpty()) {
            turns.add(Message.builder().role(role).content(blocks).build());
        }
        return turns;
    }

    private static List<ContentBlock> blocks(ChatMessage message) {
        if (message instanceof UserMessage user) {
            return List.of(ContentBlock.fromText(user.singleText()));
        }
        if (message instanceof ToolExecutionResultMessage result) {
            return List.of(ContentBlock.fromToolResult(toolResult(result)));
        }
        if (message instanceof AiMessage answer) {
            List<ContentBlock> blocks = new ArrayList<>();
            String text = answer.text();
            // Converse refuses a block of nothing.
            if (text != null && !text.isBlank()) {
                blocks.add(ContentBlock.fromText(text));
            }
            answer.toolExecutionRequests().forEach(call -> blocks.add(toolUse(call)));
            return blocks;
        }
        throw new IllegalArgumentException("no message for a chat: " + message.type());
    }

    private static ContentBlock toolUse(ToolExecutionRequest call) {
        return ContentBlock.fromToolUse(
                use -> use.toolUseId(call.id()).name(call.name()).input(Documents.of(SentToolCalls.arguments(call))));
    }

    private static ToolResultBlock toolResult(ToolExecutionResultMessage result) {
        return ToolResultBlock.builder()
                .toolUseId(result.id())
                .content(ToolResultContentBlock.fromText(result.text()))
                .status(Boolean.TRUE.equals(result.isError()) ? ToolResultStatus.ERROR : ToolResultStatus.SUCCESS)
                .build();
    }

    private static ToolConfiguration tools(List<ToolSpecification> specifications, ToolChoice choice) {
        ToolConfiguration.Builder tools = ToolConfiguration.builder()
                .tools(specifications.stream().map(ConverseRequests::tool).toList());
        // Converse knows no "none": a model that was told to write is trusted to.
        if (choice == ToolChoice.REQUIRED) {
            tools.toolChoice(any -> any.any(anyTool -> {}));
        }
        return tools.build();
    }

    private static Tool tool(ToolSpecification specification) {
        JsonObjectSchema parameters =
                specification.parameters() == null ? JsonObjectSchema.builder().build() : specification.parameters();
        JsonNode schema = JSON.valueToTree(JsonSchemaElementUtils.toMap(parameters));
        return Tool.fromToolSpec(tool -> tool.name(specification.name())
                .description(specification.description())
                .inputSchema(input -> input.json(Documents.of(schema))));
    }
}
