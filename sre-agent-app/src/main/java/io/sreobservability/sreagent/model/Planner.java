package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.model.Intents.Intent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers the planning request: which intent the query's words show, and so which agents to send. */
final class Planner {
    private static final List<String> WHEN_UNCLEAR = List.of("metrics", "logs");

    private final Intents intents;

    Planner(Intents intents) {
        this.intents = intents;
    }

    String plan(String query) {
        Words words = Words.of(query);
        Optional<Intent> intent = intents.of(words);
        Set<String> agents = new LinkedHashSet<>(intent.map(Intent::agents).orElse(WHEN_UNCLEAR));
        intents.additions().stream()
                .filter(addition -> addition.phrases().stream().anyMatch(words::contains))
                .forEach(addition -> agents.add(addition.agent()));
        boolean change = intents.changeWords().stream().anyMatch(words::contains);

        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        var steps = plan.putArray("steps");
        var sequence = plan.putArray("agents_sequence");
        for (String agent : agents) {
            steps.add(intents.tasks().getOrDefault(agent, "investigate"));
            sequence.add(agent + "_agent");
        }
        plan.put("complexity", change ? "complex" : "simple").put("auto_execute", !change);
        plan.put("reasoning", intent.map(i -> reason(i, words, agents)).orElse(unclear(agents)));
        return plan.toString();
    }

    private static String reason(Intent intent, Words query, Set<String> agents) {
        return "The query speaks of %s (%s), so %s are asked."
                .formatted(intent.name(), String.join(", ", intent.matches(query)), String.join(", ", agents));
    }

    private static String unclear(Set<String> agents) {
        return "No known kind of problem is named, so the broad view is taken: " + String.join(", ", agents) + ".";
    }
}
