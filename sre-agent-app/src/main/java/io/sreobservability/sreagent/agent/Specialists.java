package io.sreobservability.sreagent.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.sreobservability.annotations.AgentSpan;
import io.sreobservability.annotations.ErrorWhen;
import io.sreobservability.annotations.ResultAttribute;
import io.sreobservability.annotations.SpanNamePart;
import io.sreobservability.sreagent.model.AnswerFormat;
import io.sreobservability.sreagent.tool.ToolCaller;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolDefinition;
import io.sreobservability.sreagent.tool.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a specialist: the model asks for tools of its domain, gets their answers, asks again or writes its findings.
 * Failed tools become gaps; the specialist as a whole fails only if no tool answered. Safe for use by several threads.
 */
public final class Specialists {
    /** How often a model may ask for tools before it has to write. */
    static final int MAX_TOOL_ROUNDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Specialists.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RoleModels models;
    private final ToolCatalog catalog;
    private final ToolCaller tools;
    private final Progress progress;
    private final String systemPrompt = Prompts.load("specialist");
    private final String userPrompt = Prompts.load("specialist-user");

    /** Creates the specialists; they share nothing but what is given. */
    public Specialists(RoleModels models, ToolCatalog catalog, ToolCaller tools, Progress progress) {
        this.models = models;
        this.catalog = catalog;
        this.tools = tools;
        this.progress = progress;
    }

    /** How many tools an agent has. */
    int toolsOf(AgentType agent) {
        return catalog.specifications(agent.domain()).size();
    }

    /** What is missing of the tools of these agents, in one sentence; empty if nothing is. */
    Optional<String> missingTools(List<AgentType> agents) {
        return tools.missing(agents.stream()
                .flatMap(agent -> catalog.definitions(agent.domain()).stream())
                .map(ToolDefinition::name)
                .toList());
    }

    /**
     * Lets one specialist work on a query.
     *
     * @throws CancellationException if the thread was interrupted, because nobody waits for the result any more
     * @throws RuntimeException if its model fails
     */
    @AgentSpan("agent.{agent_name}.execute")
    @ResultAttribute(key = "sre.tools_available", from = "toolsAvailable()")
    @ResultAttribute(key = "sre.tools_invoked", from = "toolsInvoked()")
    @ErrorWhen(value = "failed()", type = "errorType()")
    public SpecialistResult execute(@SpanNamePart("agent_name") AgentType agent, String query) {
        progress.agentStarted(agent);
        Run run = new Run(agent, catalog.specifications(agent.domain()), query);
        return run.toEnd();
    }

    /** One specialist at work. */
    private final class Run {
        private final long start = System.nanoTime();
        private final AgentType agent;
        private final List<ToolSpecification> available;
        private final ChatModel model;
        private final List<ChatMessage> messages = new ArrayList<>();
        private final List<String> gaps = new ArrayList<>();
        private int answered;
        private int invoked;
        private @Nullable String firstError;

        Run(AgentType agent, List<ToolSpecification> available, String query) {
            this.agent = agent;
            this.available = available;
            this.model = models.forRole(agent.id());
            Map<String, String> names = Map.of("display_name", agent.displayName());
            messages.add(SystemMessage.from(Prompts.fill(systemPrompt, names, "description", agent.description())));
            messages.add(UserMessage.from(Prompts.fill(userPrompt, names, "query", query)));
        }

        SpecialistResult toEnd() {
            AiMessage answer = ask(available);
            for (int round = 0; answer.hasToolExecutionRequests() && round < MAX_TOOL_ROUNDS; round++) {
                messages.add(answer);
                answer.toolExecutionRequests().forEach(request -> messages.add(answer(request)));
                answer = ask(available);
            }
            if (answer.hasToolExecutionRequests()) {
                // Out of rounds: without tools the model can only write.
                answer = ask(List.of());
            }
            FindingsParser.Answer written = FindingsParser.parse(answer.text());
            String error = answered == 0 ? firstError : null;
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new SpecialistResult(
                    agent,
                    written.findings(),
                    written.notFound(),
                    List.copyOf(gaps),
                    available.size(),
                    invoked,
                    error,
                    took);
        }

        private AiMessage ask(List<ToolSpecification> tools) {
            ChatRequest.Builder request =
                    ChatRequest.builder().messages(messages).responseFormat(AnswerFormat.FINDINGS.toResponseFormat());
            if (!tools.isEmpty()) {
                request.toolSpecifications(tools);
            }
            AiMessage answer = model.chat(request.build()).aiMessage();
            stopIfInterrupted();
            return answer;
        }

        private ToolExecutionResultMessage answer(ToolExecutionRequest request) {
            ToolResult result = call(request);
            if (result.isError()) {
                gaps.add(result.content());
                firstError = firstError == null ? result.errorType() : firstError;
                LOG.atWarn().addKeyValue("sre.agent_type", agent.id()).log(result.content());
            } else {
                answered++;
            }
            return ToolExecutionResultMessage.builder()
                    .id(request.id())
                    .toolName(request.name())
                    .text(result.content())
                    .isError(result.isError())
                    .build();
        }

        private ToolResult call(ToolExecutionRequest request) {
            String tool = request.name();
            if (available.stream().noneMatch(spec -> spec.name().equals(tool))) {
                return ToolResult.failure(tool, "unknown_tool", agent.displayName() + " has no tool " + tool + ".");
            }
            Map<String, Object> arguments;
            try {
                arguments = JSON.readValue(request.arguments(), new TypeReference<>() {});
            } catch (JsonProcessingException e) {
                return ToolResult.failure(tool, "invalid_arguments", "The arguments for " + tool + " are not JSON.");
            }
            long began = System.nanoTime();
            ToolResult result = tools.call(tool, arguments);
            stopIfInterrupted();
            invoked++;
            progress.toolCalled(agent, tool, Duration.ofNanos(System.nanoTime() - began), result.errorType());
            return result;
        }

        private void stopIfInterrupted() {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException(agent.displayName() + " was interrupted");
            }
        }
    }
}
