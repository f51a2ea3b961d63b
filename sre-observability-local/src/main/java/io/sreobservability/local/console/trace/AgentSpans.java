package io.sreobservability.local.console.trace;

import io.sreobservability.local.store.SpanRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises the spans {@code agent.{agent_name}.execute}. */
final class AgentSpans {
    private static final Pattern AGENT = Pattern.compile("agent\\.(.+)\\.execute");

    private AgentSpans() {}

    /** The agent whose execution the span is; null if it is something else. */
    static @Nullable String agentOf(SpanRecord span) {
        Matcher name = AGENT.matcher(span.name());
        if (!name.matches()) {
            return null;
        }
        String type = span.attributes().text("sre.agent_type");
        return type == null ? name.group(1) : type;
    }
}
