package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.InvestigationSummary;
import io.sreobservability.sreagent.memory.Wishes;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an investigation knows from earlier ones: of memory, and of the conversation that it belongs to.
 *
 * @param preferences what the user prefers
 * @param knowledge what is known about the infrastructure, the most fitting first
 * @param earlier the user's earlier investigations of something similar, the most similar first
 * @param gap why memory gave nothing, one sentence; {@code null} if it was reached
 * @param previous the question before in the same conversation
 * @param noted the wishes in the query that memory keeps from now on
 */
public record MemoryContext(
        UserPreferences preferences,
        List<InfrastructureKnowledge> knowledge,
        List<InvestigationSummary> earlier,
        @Nullable String gap,
        PreviousTurn previous,
        Wishes noted)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What memory knows, of a question that nothing came before. */
    public MemoryContext(
            UserPreferences preferences,
            List<InfrastructureKnowledge> knowledge,
            List<InvestigationSummary> earlier,
            @Nullable String gap,
            Wishes noted) {
        this(preferences, knowledge, earlier, gap, PreviousTurn.NONE, noted);
    }

    /** The same, after another question. */
    MemoryContext after(PreviousTurn turn) {
        return new MemoryContext(preferences, knowledge, earlier, gap, turn, noted);
    }

    /** The same, with why memory did not do what it should. */
    MemoryContext withGap(String reason) {
        return new MemoryContext(preferences, knowledge, earlier, reason, previous, noted);
    }
}
