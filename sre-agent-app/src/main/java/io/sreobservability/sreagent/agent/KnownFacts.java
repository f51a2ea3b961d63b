package io.sreobservability.sreagent.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.InvestigationSummary;

/**
 * What is known beforehand, as models read it: the question before, and of memory preferences, knowledge and earlier
 * investigations, or why there is nothing.
 */
final class KnownFacts {
    private static final int MOST_KNOWLEDGE = 10;

    private KnownFacts() {}

    static ObjectNode of(MemoryContext memory) {
        ObjectNode known = ofConversation(memory.previous());
        known.set("preferences", memory.preferences().toJson());
        ArrayNode knowledge = known.putArray("knowledge");
        memory.knowledge().stream()
                .limit(MOST_KNOWLEDGE)
                .map(InfrastructureKnowledge::headline)
                .forEach(knowledge::add);
        ArrayNode earlier = known.putArray("earlier");
        memory.earlier().forEach(past -> earlier.add(earlier(past)));
        if (memory.gap() != null) {
            known.put("memory_gap", memory.gap());
        }
        return known;
    }

    /** What the conversation alone gives; nothing of memory. */
    static ObjectNode ofConversation(PreviousTurn previous) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        if (previous.exists()) {
            known.putObject("previous").put("query", previous.query()).put("outcome", previous.outcome());
        }
        return known;
    }

    private static ObjectNode earlier(InvestigationSummary past) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("query", past.query())
                .put("ended", past.timestamp().toString())
                .put("left", past.resolutionStatus().id())
                .put("outcome", past.context());
    }
}
