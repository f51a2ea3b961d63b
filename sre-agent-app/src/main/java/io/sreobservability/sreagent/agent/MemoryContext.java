package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.InvestigationSummary;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an investigation knows from earlier ones.
 *
 * @param preferences what the user prefers
 * @param knowledge what is known about the infrastructure, the most fitting first
 * @param earlier the user's earlier investigations of something similar, the most similar first
 * @param gap why memory gave nothing, one sentence; {@code null} if it was reached
 */
public record MemoryContext(
        UserPreferences preferences,
        List<InfrastructureKnowledge> knowledge,
        List<InvestigationSummary> earlier,
        @Nullable String gap)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
