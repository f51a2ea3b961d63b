package io.sreobservability.sreagent.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
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

    /**
     * Copies the data, in its order.
     *
     * @throws IllegalArgumentException if it is about nothing, or the confidence is not within 0 and 1
     */
    public InfrastructureKnowledge {
        if (serviceName.isBlank() || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("knowledge needs a service and a confidence from 0 to 1");
        }
        knowledgeData = Collections.unmodifiableMap(new LinkedHashMap<>(knowledgeData));
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
    public String searchText() {
        return serviceName + " " + kind() + " " + knowledgeData.values();
    }
}
