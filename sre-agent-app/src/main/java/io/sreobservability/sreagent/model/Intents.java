package io.sreobservability.sreagent.model;

import io.sreobservability.sreagent.model.analysis.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people ask for and whom to send: the offline planner's knowledge, from {@code /model/intents.json}.
 *
 * @param intents kinds of queries, earlier ones win a tie
 * @param history words that ask what was investigated before
 * @param additions words that add one agent to whatever the intent says
 * @param tasks what each agent is usually asked to do
 * @param changeWords words that ask for a change in production
 * @param maxToolsPerRound how many tools one specialist asks at once
 */
record Intents(
        List<Intent> intents,
        History history,
        List<Addition> additions,
        Map<String, String> tasks,
        List<String> changeWords,
        int maxToolsPerRound) {

    /**
     * One kind of query.
     *
     * @param phrases words that give it away
     * @param agents whom to ask, most useful first
     * @param lookFor words that a useful tool has in its name
     * @param arguments values for tool parameters by name
     */
    record Intent(
            String name,
            List<String> phrases,
            List<String> agents,
            List<String> lookFor,
            Map<String, String> arguments) {

        List<String> matches(Words query) {
            return phrases.stream().filter(query::contains).toList();
        }
    }

    /**
     * Questions about earlier investigations, which memory answers.
     *
     * @param phrases words that give them away
     * @param today words that ask how things are now, too
     */
    record History(List<String> phrases, List<String> today) {

        boolean asked(Words query) {
            return phrases.stream().anyMatch(query::contains);
        }

        /** Whether memory alone is asked. */
        boolean only(Words query) {
            return asked(query) && today.stream().noneMatch(query::contains);
        }
    }

    /** An agent that some words call for. */
    record Addition(List<String> phrases, String agent) {}

    static Intents load() {
        return Resources.read("/model/intents.json", Intents.class);
    }

    /** Whether the words show what is asked for: a kind of problem, an agent, or what was investigated before. */
    boolean name(Words query) {
        return of(query).isPresent()
                || history.asked(query)
                || additions.stream()
                        .anyMatch(addition -> addition.phrases().stream().anyMatch(query::contains));
    }

    /** The intent most of whose phrases occur in the query; empty if none does. */
    Optional<Intent> of(Words query) {
        Intent best = null;
        int most = 0;
        for (Intent intent : intents) {
            int hits = intent.matches(query).size();
            if (hits > most) {
                most = hits;
                best = intent;
            }
        }
        return Optional.ofNullable(best);
    }
}
