package io.sreobservability.sreagent.agent;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.sreobservability.annotations.AgentSpan;
import io.sreobservability.annotations.ErrorWhen;
import io.sreobservability.annotations.ResultAttribute;
import io.sreobservability.annotations.SpanNamePart;
import io.sreobservability.sreagent.tool.ToolCaller;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Runs a specialist: the model asks for tools of its domain, gets their answers, asks again or writes its findings.
 * Failed tools become gaps; the specialist as a whole fails only if no tool answered. Safe for use by several threads.
 */
public final class Specialists {
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
        if (agents.isEmpty()) {
            return Optional.empty();
        }
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
        Map<String, String> names = Map.of("display_name", agent.displayName());
        List<ChatMessage> opening = List.of(
                SystemMessage.from(Prompts.fill(systemPrompt, names, "description", agent.description())),
                UserMessage.from(Prompts.fill(userPrompt, names, "query", query)));
        return new ToolLoop(
                        agent,
                        catalog.specifications(agent.domain()),
                        models.forRole(agent.id()),
                        tools,
                        progress,
                        opening)
                .run();
    }
}
