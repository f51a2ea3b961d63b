package io.sreobservability.sreagent.agent;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.output.TokenUsage;
import io.sreobservability.sreagent.agent.FindingsParser.Answer;
import io.sreobservability.sreagent.tool.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a specialist has so far: the conversation with its model, and what came of its calls. Kept by the thread that it works
 * on, and read by another if it is broken off.
 */
final class Notes {
    private final List<ChatMessage> messages;
    private final List<String> gaps = new ArrayList<>();
    /** Calls that the model got wrong, by tool: no gap if it gets them right later. */
    private final Map<String, String> mistakes = new LinkedHashMap<>();
    /** Tools that have answered. */
    private final Set<String> answered = new HashSet<>();

    private TokenCount tokens = TokenCount.NONE;
    private int invoked;
    private @Nullable String firstError;

    Notes(List<ChatMessage> opening) {
        this.messages = new ArrayList<>(opening);
    }

    synchronized void add(ChatMessage message) {
        messages.add(message);
    }

    /** The conversation as it is now. */
    synchronized List<ChatMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized void count(@Nullable TokenUsage usage) {
        tokens = tokens.plus(usage);
    }

    synchronized void gap(String sentence) {
        gaps.add(sentence);
    }

    /** A call that was made. */
    synchronized void called() {
        invoked++;
    }

    /** A call that the model got wrong. */
    synchronized void mistake(ToolResult result) {
        mistakes.put(result.tool(), result.content());
    }

    /** How a call ended, made or not. */
    synchronized void ended(ToolResult result) {
        if (!result.isError()) {
            answered.add(result.tool());
            mistakes.remove(result.tool());
        } else if (firstError == null) {
            firstError = result.errorType();
        }
    }

    /** Whether any call was answered. */
    synchronized boolean answered() {
        return !answered.isEmpty();
    }

    /** The result of a specialist that has written its answer. */
    synchronized SpecialistResult result(AgentType agent, Answer written, int toolsAvailable, Duration after) {
        return new SpecialistResult(
                agent,
                sourced(written),
                written.notFound(),
                Stream.concat(gaps.stream(), mistakes.values().stream()).toList(),
                toolsAvailable,
                invoked,
                tokens,
                answered.isEmpty() ? firstError : null,
                after);
    }

    /** A model may name any tool: only those whose answers it has read are sources. */
    private List<Finding> sourced(Answer written) {
        return written.findings().stream()
                .map(finding -> finding.withSourceOf(answered))
                .toList();
    }

    /** The result of one that was broken off: it has failed, unless something is known all the same. */
    synchronized SpecialistResult brokenOff(
            AgentType agent, Answer known, int toolsAvailable, String errorType, String why, Duration after) {
        return new SpecialistResult(
                agent,
                sourced(known),
                known.notFound(),
                Stream.concat(Stream.of(why), Stream.concat(gaps.stream(), mistakes.values().stream()))
                        .toList(),
                toolsAvailable,
                invoked,
                tokens,
                known.findings().isEmpty() ? errorType : null,
                after);
    }
}
