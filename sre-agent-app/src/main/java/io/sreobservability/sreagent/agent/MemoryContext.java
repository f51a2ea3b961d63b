package io.sreobservability.sreagent.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.InvestigationSummary;
import io.sreobservability.sreagent.memory.Memory;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
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

    private static final int MOST_KNOWLEDGE = 10;

    /** Without memory. */
    static MemoryContext without(String gap) {
        return new MemoryContext(UserPreferences.NONE, List.of(), List.of(), gap);
    }

    /** What is known beside preferences, as the model reads it: one line for each, and not too many. */
    ArrayNode toJson() {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        Stream.concat(knowledge.stream().limit(MOST_KNOWLEDGE), earlier.stream())
                .map(Memory::headline)
                .forEach(lines::add);
        return lines;
    }
}
