package io.sreobservability.sreagent.memory;

import io.sreobservability.sreagent.text.Cut;
import java.time.Instant;
import java.util.Map;

/**
 * Something known about a service.
 *
 * @param serviceName the service or object
 * @param knowledgeType what kind of thing is known
 * @param knowledgeData the thing itself, by name: texts and numbers
 * @param confidence 0 to 1
 * @param context where it comes from
 * @param timestamp when it was learnt
 */
public record InfrastructureKnowledge(
        String serviceName,
        KnowledgeType knowledgeType,
        Map<String, Object> knowledgeData,
        double confidence,
        String context,
        Instant timestamp)
        implements Memory {
    private static final long serialVersionUID = 1L;
    private static final int MAX_NAME = 200;

    /**
     * Copies the data, in its order, and cuts what is too long.
     *
     * @throws IllegalArgumentException if it is about nothing, or the confidence is not within 0 and 1
     */
    public InfrastructureKnowledge {
        if (serviceName.isBlank() || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("knowledge needs a service and a confidence from 0 to 1");
        }
        serviceName = Cut.to(MAX_NAME, serviceName);
        knowledgeData = Settings.copy(knowledgeData);
    }

    @Override
    public MemoryStrategy strategy() {
        return MemoryStrategy.INFRASTRUCTURE;
    }

    @Override
    public String kind() {
        return knowledgeType.id();
    }

    @Override
    public String identity() {
        return serviceName + " " + kind() + " " + knowledgeData;
    }

    @Override
    public String headline() {
        return serviceName + ": " + Settings.line(knowledgeData);
    }

    @Override
    public String searchText() {
        return kind() + " " + headline();
    }
}
