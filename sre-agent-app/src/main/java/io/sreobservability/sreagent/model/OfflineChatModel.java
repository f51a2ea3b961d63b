package io.sreobservability.sreagent.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.sreobservability.sreagent.model.analysis.AnswerAnalyst;
import io.sreobservability.sreagent.model.analysis.Vocabulary;
import java.util.List;
import java.util.Set;

/**
 * A chat model without a network: it takes the same requests as a real one and answers by rules. Plans come from the
 * query's words, tool calls from the tools' schemas, findings from the tools' answers alone. The same request always
 * gets the same answer. Safe for use by several threads.
 *
 * <p>It answers the three requests of {@link AnswerFormat} and refuses any other.
 */
public final class OfflineChatModel implements ChatModel {
    /** What it calls itself. */
    public static final String NAME = "offline";

    private final FollowUps followUps;
    private final Planner planner;
    private final ToolChooser toolChooser;
    private final FindingsWriter findings;
    private final SummaryWriter summary;

    /** Creates a model with the knowledge in the jar. */
    public OfflineChatModel() {
        Vocabulary vocabulary = Vocabulary.load();
        Intents intents = Intents.load();
        Entities entities = new Entities(vocabulary);
        followUps = new FollowUps(intents, entities, vocabulary);
        planner = new Planner(intents);
        toolChooser = new ToolChooser(intents, new Arguments(vocabulary));
        findings = new FindingsWriter(new AnswerAnalyst(vocabulary), entities);
        summary = new SummaryWriter(intents, followUps, new NextSteps(vocabulary));
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        AnswerFormat format = AnswerFormat.of(request.responseFormat())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The offline model answers only requests for a plan, findings or a summary."));
        Conversation talk = Conversation.of(request.messages());
        AiMessage message = switch (format) {
            case PLAN -> AiMessage.from(planner.plan(followUps.read(talk)));
            case FINDINGS -> investigate(request, followUps.read(talk));
            case SUMMARY -> AiMessage.from(summary.write(talk.text()));
        };
        return ChatResponse.builder()
                .aiMessage(message)
                .modelName(NAME)
                .finishReason(message.hasToolExecutionRequests() ? FinishReason.TOOL_EXECUTION : FinishReason.STOP)
                .build();
    }

    private AiMessage investigate(ChatRequest request, Conversation talk) {
        List<ToolExecutionRequest> calls = request.toolSpecifications() == null
                ? List.of()
                : toolChooser.choose(request.toolSpecifications(), talk);
        return calls.isEmpty() ? AiMessage.from(findings.write(talk)) : AiMessage.from(calls);
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
    }
}
