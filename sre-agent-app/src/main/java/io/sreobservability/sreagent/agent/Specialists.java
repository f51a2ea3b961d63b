package io.sreobservability.sreagent.agent;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.sreobservability.annotations.AgentSpan;
import io.sreobservability.annotations.ErrorWhen;
import io.sreobservability.annotations.ResultAttribute;
import io.sreobservability.annotations.SpanNamePart;
import io.sreobservability.sreagent.model.AnswerFormat;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.tool.ToolCaller;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Runs a specialist: the model asks for tools of its domain, gets their answers, asks again or writes its findings.
 * Failed tools become gaps; the specialist as a whole fails only if no tool answered. Safe for use by several threads.
 */
public final class Specialists {
    private static final FindingsParser.Answer NOTHING = new FindingsParser.Answer(List.of(), List.of());

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

    /** What is missing of the tools of these agents, in one sentence; empty if nothing is. */
    Optional<String> missingTools(List<AgentType> agents) {
        if (agents.isEmpty()) {
            return Optional.empty();
        }
        return tools.missing(agents.stream()
                .flatMap(agent -> catalog.definitions(agent.domain()).stream())
                .map(ToolDefinition::name)
                .toList());
    }

    /** The beginning of an agent's work on a query that may lean on the one before. */
    Notes begin(AgentType agent, String query, PreviousTurn previous) {
        Map<String, String> names = Map.of("display_name", agent.displayName());
        // One line, whatever is in it; the query is all that follows its own mark.
        String known = previous.exists() ? "Known: " + KnownFacts.ofConversation(previous) + "\n" : "";
        return new Notes(List.of(
                SystemMessage.from(Prompts.fill(systemPrompt, names, "description", agent.description())),
                UserMessage.from(known + Prompts.fill(userPrompt, names, "query", query))));
    }

    /**
     * Lets one specialist work on a query.
     *
     * @param notes its {@linkplain #begin beginning}; what it has got so far, whenever it ends
     * @throws CancellationException if the thread was interrupted, because nobody waits for the result any more
     * @throws RuntimeException if its model fails
     */
    @AgentSpan("agent.{agent_name}.execute")
    @ResultAttribute(key = "sre.tools_available", from = "toolsAvailable()")
    @ResultAttribute(key = "sre.tools_invoked", from = "toolsInvoked()")
    @ErrorWhen(value = "failed()", type = "errorType()")
    SpecialistResult execute(@SpanNamePart("agent_name") AgentType agent, Notes notes) {
        progress.agentStarted(agent);
        return new ToolLoop(
                        agent,
                        catalog.specifications(agent.domain()),
                        models.forRole(agent.id()),
                        tools,
                        progress,
                        notes)
                .run();
    }

    /**
     * What a specialist leaves that was broken off. Its model writes nothing any more, so what its tools had answered until
     * then is read by the rules of the offline model.
     *
     * @param errorType why it has nothing to say, if it has not
     * @param why the same in one sentence, for the report
     */
    SpecialistResult brokenOff(AgentType agent, Notes notes, String errorType, String why, Duration after) {
        FindingsParser.Answer read = notes.answered() ? readByRule(notes) : NOTHING;
        String gap = read.findings().isEmpty()
                ? why
                : why + " Its findings are what its tools had answered until then, read by rule.";
        return notes.brokenOff(
                agent, read, catalog.specifications(agent.domain()).size(), errorType, gap, after);
    }

    private static FindingsParser.Answer readByRule(Notes notes) {
        ChatRequest request = ChatRequest.builder()
                .messages(notes.messages())
                .responseFormat(AnswerFormat.FINDINGS.toResponseFormat())
                .build();
        return FindingsParser.parse(
                new OfflineChatModel().chat(request).aiMessage().text());
    }
}
