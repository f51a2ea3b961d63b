package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.model.Intents.Intent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers the planning request: which intent the query's words show, and so which agents to send. What memory knows has a
 * say where the words leave it open: whom the user prefers, and whether the same was left unsolved before.
 */
final class Planner {
    private static final List<String> WHEN_UNCLEAR = List.of("metrics", "logs");
    private static final String SOLVED = "completed";
    private static final String PROCEDURES = "runbooks";

    private final Intents intents;

    Planner(Intents intents) {
        this.intents = intents;
    }

    String plan(Conversation talk) {
        Words words = talk.query();
        if (intents.history().only(words)) {
            return write(
                    Set.of(),
                    false,
                    "The query asks what was investigated before. Memory knows that, so no agent is asked.");
        }
        Optional<Intent> intent = intents.of(words);
        List<String> reasons = new ArrayList<>();
        Set<String> agents =
                new LinkedHashSet<>(intent.map(Intent::agents).orElseGet(() -> whenUnclear(talk.known(), reasons)));
        intents.additions().stream()
                .filter(addition -> addition.phrases().stream().anyMatch(words::contains))
                .forEach(addition -> agents.add(addition.agent()));
        if (leftUnsolved(talk.known())) {
            agents.add(PROCEDURES);
            reasons.add(
                    "The same was investigated before and left unsolved, so its procedures are looked up [memory].");
        }
        boolean change = intents.changeWords().stream().anyMatch(words::contains);
        reasons.add(0, intent.map(i -> reason(i, talk, agents)).orElseGet(() -> unclear(agents)));
        return write(agents, change, String.join(" ", reasons));
    }

    private String write(Set<String> agents, boolean change, String reasoning) {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        var steps = plan.putArray("steps");
        var sequence = plan.putArray("agents_sequence");
        for (String agent : agents) {
            steps.add(intents.tasks().getOrDefault(agent, "investigate"));
            sequence.add(agent + "_agent");
        }
        plan.put("memory_only", agents.isEmpty());
        plan.put("complexity", change ? "complex" : "simple").put("auto_execute", !change);
        return plan.put("reasoning", reasoning).toString();
    }

    /** The broad view, by those whom the user likes best if that is known. */
    private List<String> whenUnclear(JsonNode known, List<String> reasons) {
        List<String> preferred = new ArrayList<>();
        for (JsonNode agent : known.path("preferences").path("workflow").path("preferred_agents")) {
            if (intents.tasks().containsKey(agent.asText()) && preferred.size() < WHEN_UNCLEAR.size()) {
                preferred.add(agent.asText());
            }
        }
        if (preferred.isEmpty()) {
            return WHEN_UNCLEAR;
        }
        reasons.add("These are the agents that the user prefers [memory].");
        return preferred;
    }

    /** Whether the investigation that is most like this one ended with the problem still there. */
    private static boolean leftUnsolved(JsonNode known) {
        JsonNode latest = known.path("earlier").path(0).path("left");
        return latest.isTextual() && !latest.asText().equals(SOLVED);
    }

    private static String reason(Intent intent, Conversation talk, Set<String> agents) {
        return "%s of %s (%s), so %s are asked."
                .formatted(
                        talk.followsUp() ? "The query follows up on the one before; they speak" : "The query speaks",
                        intent.name(),
                        String.join(", ", intent.matches(talk.query())),
                        String.join(", ", agents));
    }

    private static String unclear(Set<String> agents) {
        return "No known kind of problem is named, so the broad view is taken: " + String.join(", ", agents) + ".";
    }
}
