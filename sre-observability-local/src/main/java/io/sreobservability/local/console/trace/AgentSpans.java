package io.sreobservability.local.console.trace;

import io.sreobservability.local.store.SpanRecord;
import org.jspecify.annotations.Nullable;

/** Recognises the spans {@code agent.{agent_name}.execute}. */
final class AgentSpans {
    private static final String BEFORE = "agent.";
    private static final String AFTER = ".execute";

    private AgentSpans() {}

    /** The agent whose execution the span is; null if it is something else. */
    static @Nullable String agentOf(SpanRecord span) {
        String name = span.name();
        int end = name.length() - AFTER.length();
        if (end <= BEFORE.length() || !name.startsWith(BEFORE) || !name.endsWith(AFTER)) {
            return null;
        }
        String type = span.attributes().text("sre.agent_type");
        return type == null ? name.substring(BEFORE.length(), end) : type;
    }
}
