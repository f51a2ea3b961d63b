package io.sreobservability.sreagent.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.sreobservability.aspects.Redaction;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.sreagent.model.AnswerFormat;
import io.sreobservability.sreagent.text.OneLine;
import io.sreobservability.sreagent.tool.ToolCaller;
import io.sreobservability.sreagent.tool.ToolFailure;
import io.sreobservability.sreagent.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One specialist at work: asks the model, calls the tools that it asks for, asks again with their answers, until it writes.
 * What a model gets wrong about a tool is answered to it as that tool's error. Used once, by one thread.
 */
final class ToolLoop {
    /** How often a model may ask for tools before it has to write. */
    static final int MAX_ROUNDS = 5;

    /** How many tools of one answer are called: some models ask for the same one a hundred times. */
    static final int MAX_CALLS = 10;

    /** As the standard calls what a model makes up: its words are no name. */
    private static final String OTHER_TOOL = "other";

    private static final Logger LOG = LoggerFactory.getLogger(ToolLoop.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long start = System.nanoTime();
    private final AgentType agent;
    private final List<ToolSpecification> available;
    private final ChatModel model;
    private final ToolCaller tools;
    private final Progress progress;
    private final Notes notes;
    private final ReadingLimit reading = new ReadingLimit();

    ToolLoop(
            AgentType agent,
            List<ToolSpecification> available,
            ChatModel model,
            ToolCaller tools,
            Progress progress,
            Notes notes) {
        this.agent = agent;
        this.available = available;
        this.model = model;
        this.tools = tools;
        this.progress = progress;
        this.notes = notes;
    }

    SpecialistResult run() {
        ChatResponse response = ask(ToolChoice.AUTO);
        for (int round = 1; response.aiMessage().hasToolExecutionRequests() && round <= MAX_ROUNDS; round++) {
            callTools(response.aiMessage());
            response = round < MAX_ROUNDS ? ask(ToolChoice.AUTO) : askToWrite();
        }
        if (response.aiMessage().hasToolExecutionRequests()) {
            notes.gap("It went on asking for tools after " + MAX_ROUNDS + " rounds and was stopped.");
        }
        if (response.finishReason() == FinishReason.LENGTH) {
            notes.gap("The end of its answer is cut off: SRE_AGENT_MODEL_MAX_TOKENS allows no more.");
        }
        FindingsParser.Answer written =
                FindingsParser.parse(response.aiMessage().text());
        return notes.result(agent, written, available.size(), Duration.ofNanos(System.nanoTime() - start));
    }

    /** Answers every call, as providers demand; those beyond the limit with a refusal. */
    private void callTools(AiMessage message) {
        notes.add(message);
        List<ToolExecutionRequest> calls = message.toolExecutionRequests();
        for (int i = 0; i < calls.size(); i++) {
            notes.add(answer(calls.get(i), i < MAX_CALLS ? call(calls.get(i)) : tooMany(calls.get(i))));
        }
    }

    /** The tools stay listed: providers refuse a conversation with tool calls in it but no tools. */
    private ChatResponse askToWrite() {
        notes.add(UserMessage.from(Prompts.load("write-now")));
        return ask(ToolChoice.NONE);
    }

    private ChatResponse ask(ToolChoice choice) {
        ChatResponse response = model.chat(ChatRequest.builder()
                .messages(notes.messages())
                .toolSpecifications(available)
                .toolChoice(choice)
                .responseFormat(AnswerFormat.FINDINGS.toResponseFormat())
                .build());
        stopIfInterrupted();
        notes.count(response.tokenUsage());
        return response;
    }

    private ToolExecutionResultMessage answer(ToolExecutionRequest request, ToolResult result) {
        notes.ended(result);
        LOG.atDebug()
                .addArgument(agent.id())
                .addArgument(() -> OneLine.of(request.name()))
                .addArgument(() -> OneLine.of(String.valueOf(request.arguments())))
                .addArgument(() -> OneLine.of(result.content()))
                .log("{} called {} with {}: {}");
        if (result.isError()) {
            warn(result);
        }
        return ToolExecutionResultMessage.builder()
                .id(request.id())
                .toolName(request.name())
                .text(reading.fit(result, notes))
                .isError(result.isError())
                .build();
    }

    /** The sentence may quote what a gateway or backend wrote. Log records leave the process, so only where content may, too. */
    private void warn(ToolResult failed) {
        String tool = isAvailable(failed.tool()) ? failed.tool() : OTHER_TOOL;
        LoggingEventBuilder warning = LOG.atWarn()
                .addKeyValue("sre.agent_type", agent.id())
                .addKeyValue("sre.tool_name", tool)
                .addKeyValue("error.type", failed.errorType());
        if (SreObservability.captureContent()) {
            warning.log(Redaction.mask(failed.content()));
        } else {
            warning.log("Tool {} was not answered: {}", tool, failed.errorType());
        }
    }

    private boolean isAvailable(String tool) {
        return available.stream().anyMatch(spec -> spec.name().equals(tool));
    }

    private ToolResult tooMany(ToolExecutionRequest request) {
        return mistake(
                request.name(),
                ToolFailure.TOO_MANY_CALLS,
                request.name() + " was not called: no more than " + MAX_CALLS
                        + " calls are made in one round. Ask again in the next for what is still needed.");
    }

    private ToolResult call(ToolExecutionRequest request) {
        String tool = request.name();
        if (!isAvailable(tool)) {
            String names = String.join(
                    ", ", available.stream().map(ToolSpecification::name).toList());
            return mistake(
                    tool,
                    ToolFailure.UNKNOWN_TOOL,
                    agent.displayName() + " has no tool " + tool + "; it has " + names + ".");
        }
        Map<String, Object> arguments = arguments(request);
        if (arguments == null) {
            return mistake(
                    tool, ToolFailure.INVALID_ARGUMENTS, "The arguments for " + tool + " are not a JSON object.");
        }
        long began = System.nanoTime();
        ToolResult result = tools.call(tool, arguments, retry -> progress.toolRetried(agent, tool, retry));
        stopIfInterrupted();
        notes.called();
        progress.toolCalled(agent, tool, Duration.ofNanos(System.nanoTime() - began), result.errorType());
        if (ToolFailure.INVALID_ARGUMENTS.equals(result.errorType())) {
            notes.mistake(result);
        } else if (result.isError()) {
            notes.gap(result.content());
        }
        return result;
    }

    private ToolResult mistake(String tool, String errorType, String sentence) {
        ToolResult result = ToolResult.failure(tool, errorType, sentence);
        notes.mistake(result);
        return result;
    }

    /** The arguments by name, none for an empty text; {@code null} if they are no JSON object. */
    private static @Nullable Map<String, Object> arguments(ToolExecutionRequest request) {
        String text = request.arguments();
        if (text == null || text.isBlank()) {
            return Map.of();
        }
        try {
            JsonNode json = JSON.readTree(text);
            return json.isObject() ? JSON.convertValue(json, new TypeReference<>() {}) : null;
        } catch (JsonProcessingException malformed) {
            return null;
        }
    }

    private void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(agent.displayName() + " was interrupted");
        }
    }
}
