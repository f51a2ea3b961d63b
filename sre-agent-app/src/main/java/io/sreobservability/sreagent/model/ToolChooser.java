package io.sreobservability.sreagent.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import io.sreobservability.sreagent.model.Intents.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which tools to ask, from their names, descriptions and schemas and the words of the query. It knows no tool:
 * a new one with a telling name is used like the others.
 */
final class ToolChooser {
    private static final int NAME_MATCH = 3;
    private static final int WHEN_NOTHING_FITS = 2;

    private final Intents intents;
    private final Arguments arguments;

    ToolChooser(Intents intents, Arguments arguments) {
        this.intents = intents;
        this.arguments = arguments;
    }

    /**
     * The next round of tool calls; empty when there is nothing left worth asking.
     *
     * @param tools what may be called
     * @param talk the conversation so far: the first round looks broadly, a later one only follows ids it was given
     */
    List<ToolExecutionRequest> choose(List<ToolSpecification> tools, Conversation talk) {
        return talk.answers().isEmpty() && talk.failures().isEmpty() ? broad(tools, talk) : followUp(tools, talk);
    }

    private List<ToolExecutionRequest> broad(List<ToolSpecification> tools, Conversation talk) {
        Optional<Intent> intent = intents.of(talk.query());
        List<Candidate> callable = new ArrayList<>();
        for (ToolSpecification tool : tools) {
            arguments
                    .fill(tool, talk, intent)
                    .ifPresent(json -> callable.add(new Candidate(tool, json, score(tool, talk.query(), intent))));
        }
        List<Candidate> fitting = callable.stream()
                .filter(c -> c.score >= NAME_MATCH)
                .sorted(Comparator.comparingInt(Candidate::score).reversed())
                .limit(intents.maxToolsPerRound())
                .toList();
        List<Candidate> chosen =
                fitting.isEmpty() ? callable.subList(0, Math.min(WHEN_NOTHING_FITS, callable.size())) : fitting;
        return chosen.stream().flatMap(c -> requests(c, talk)).toList();
    }

    /** Tools not asked yet whose required id is now known from an answer. */
    private List<ToolExecutionRequest> followUp(List<ToolSpecification> tools, Conversation talk) {
        Optional<Intent> intent = intents.of(talk.query());
        List<ToolExecutionRequest> requests = new ArrayList<>();
        for (ToolSpecification tool : tools) {
            if (!talk.asked().containsKey(tool.name()) && arguments.needsId(tool)) {
                arguments.fill(tool, talk, intent).ifPresent(json -> requests.add(request(tool, json, talk)));
            }
        }
        return requests;
    }

    private static int score(ToolSpecification tool, Words query, Optional<Intent> intent) {
        Words name = Words.of(tool.name());
        int score = 0;
        for (String word : intent.map(Intent::lookFor).orElse(List.of())) {
            score += name.contains(word) ? NAME_MATCH : 0;
        }
        for (String word : query.list()) {
            score += word.length() > 3 && name.list().contains(word) ? NAME_MATCH : 0;
        }
        return score;
    }

    /** The call, and once more for a word that is also written otherwise: who searches for one does not find the other. */
    private Stream<ToolExecutionRequest> requests(Candidate chosen, Conversation talk) {
        ToolExecutionRequest first = request(chosen.tool, chosen.json, talk);
        return Stream.concat(
                Stream.of(first),
                arguments.otherSpelling(chosen.json).stream()
                        .map(json -> first.toBuilder()
                                .id(first.id() + "_again")
                                .arguments(json)
                                .build()));
    }

    private static ToolExecutionRequest request(ToolSpecification tool, String json, Conversation talk) {
        // Call ids only need to be unique within one conversation.
        String id = "call_" + (talk.asked().size() + 1) + "_" + tool.name();
        return ToolExecutionRequest.builder()
                .id(id)
                .name(tool.name())
                .arguments(json)
                .build();
    }

    private record Candidate(ToolSpecification tool, String json, int score) {}
}
