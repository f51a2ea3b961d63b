package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.text.OneLine;
import java.io.Serializable;

/**
 * The question before in the same conversation and what came of it, so that the next one may lean on it: "and the database?".
 * Models are given it as data; memory and reports are not. Both texts are one line, cut to 500 characters.
 *
 * @param query what was asked; empty if nothing was
 * @param outcome what came of it
 */
public record PreviousTurn(String query, String outcome) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    /** The first question of a conversation has none before it. */
    public static final PreviousTurn NONE = new PreviousTurn("", "");

    /** Makes both texts fit for a prompt. */
    public PreviousTurn {
        query = OneLine.of(query, LONGEST);
        outcome = OneLine.of(outcome, LONGEST);
    }

    /** What a finished investigation leaves to the next question. */
    public static PreviousTurn of(Investigation investigation) {
        return new PreviousTurn(investigation.query(), outcome(investigation));
    }

    private static String outcome(Investigation investigation) {
        if (investigation.declined()) {
            return "not carried out";
        }
        if (investigation.failed()) {
            return investigation.failure();
        }
        return investigation.results().isEmpty()
                ? investigation.summary().answer()
                : Lessons.context(investigation.summary());
    }

    /** Whether there was a question before. */
    boolean exists() {
        return !query.isEmpty();
    }
}
