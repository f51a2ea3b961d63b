package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.PreviousTurn;
import io.sreobservability.sreagent.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was asked in a chat and what came of it. */
final class ChatHistory {
    /** A question of a list fills one line. */
    private static final int SHOWN = 100;

    private final List<String> lines = new ArrayList<>();
    private Optional<Investigation> last = Optional.empty();
    private PreviousTurn previous = PreviousTurn.NONE;

    /** A question that brought nothing to show. */
    void add(String query, String outcome) {
        lines.add((lines.size() + 1) + ". " + OneLine.of(query, SHOWN) + " (" + outcome + ")");
        previous = new PreviousTurn(query, outcome);
    }

    /** A question that brought a report. */
    void add(Investigation investigation) {
        add(
                investigation.query(),
                "severity " + investigation.summary().severity().title());
        last = Optional.of(investigation);
        previous = PreviousTurn.of(investigation);
    }

    /** The last investigation with a report. */
    Optional<Investigation> last() {
        return last;
    }

    /** What the next question may lean on. */
    PreviousTurn previous() {
        return previous;
    }

    String list() {
        return lines.isEmpty() ? "Nothing asked yet." : String.join(System.lineSeparator(), lines);
    }

    void clear() {
        lines.clear();
        last = Optional.empty();
        previous = PreviousTurn.NONE;
    }
}
