package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.model.analysis.Vocabulary;
import java.util.Locale;
import java.util.Optional;

/**
 * Questions that lean on the one before: what names no kind of problem, "and the shop?", is about the same as that. It
 * keeps the kind of problem; its things and its time window it keeps where the new question names none.
 */
final class FollowUps {
    private final Intents intents;
    private final Entities entities;
    private final Vocabulary vocabulary;

    FollowUps(Intents intents, Entities entities, Vocabulary vocabulary) {
        this.intents = intents;
        this.entities = entities;
        this.vocabulary = vocabulary;
    }

    /** The conversation with its question as it is meant. */
    Conversation read(Conversation talk) {
        return leansOn(talk.text(), talk.known())
                .map(before -> talk.withQuestion(text(talk.text(), before), Words.of(talk.text() + " " + before)))
                .orElse(talk);
    }

    /** The words of a question and, if it leans on the one before, of that. */
    Words words(String query, JsonNode known) {
        return Words.of(
                query + leansOn(query, known).map(before -> " " + before).orElse(""));
    }

    /** The question before; empty if this one is clear without it, or it gives nothing either. */
    private Optional<String> leansOn(String query, JsonNode known) {
        String before = known.path("previous").path("query").asText();
        return intents.name(Words.of(query)) || !intents.name(Words.of(before))
                ? Optional.empty()
                : Optional.of(withoutWindowOf(query, before));
    }

    /** What things it is about. */
    private String text(String query, String before) {
        return entities.namedIn(query).isEmpty() ? query + " " + before : query;
    }

    private String withoutWindowOf(String query, String before) {
        Words words = Words.of(query);
        String rest = before;
        if (vocabulary.timeWindows().keySet().stream().anyMatch(words::contains)) {
            for (String window : vocabulary.timeWindows().keySet()) {
                rest = rest.toLowerCase(Locale.ROOT).replace(window, " ");
            }
        }
        return rest;
    }
}
