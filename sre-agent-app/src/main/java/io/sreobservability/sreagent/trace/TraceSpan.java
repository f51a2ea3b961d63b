package io.sreobservability.sreagent.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One span as the stand-in tells it. A span that ends before it starts (two clocks) has no length here.
 *
 * @param spanId 16 hex digits
 * @param parentSpanId the span above it, null for a root
 * @param kind the OpenTelemetry kind: SERVER answers a call, CLIENT makes one, INTERNAL stays in the process
 * @param service {@code service.name} of the process that recorded it
 * @param startUnixNano nanoseconds since the epoch
 * @param endUnixNano nanoseconds since the epoch, not before the start
 * @param status UNSET, OK or ERROR; UNSET means that nothing went wrong
 * @param statusMessage empty if there is none
 * @param attributes string, number, boolean or list values by key
 */
public record TraceSpan(
        String spanId,
        @Nullable String parentSpanId,
        String name,
        String kind,
        String service,
        long startUnixNano,
        long endUnixNano,
        String status,
        String statusMessage,
        Map<String, Object> attributes) {

    public TraceSpan {
        startUnixNano = Math.max(0, startUnixNano);
        endUnixNano = Math.max(startUnixNano, endUnixNano);
        attributes = Map.copyOf(attributes);
    }

    long durationNano() {
        return endUnixNano - startUnixNano;
    }

    boolean isError() {
        return status.equals("ERROR");
    }

    boolean isServer() {
        return kind.equals("SERVER");
    }

    boolean isClient() {
        return kind.equals("CLIENT");
    }

    boolean isTool() {
        return name.startsWith("tool.");
    }

    /** One try of a tool call: its span is below the call's own. */
    boolean isAttempt() {
        return isTool() && name.endsWith(".attempt");
    }

    String attributeOr(String key, String otherwise) {
        String value = attribute(key);
        return value == null ? otherwise : value;
    }

    @Nullable
    String attribute(String key) {
        Object value = attributes.get(key);
        return value == null ? null : value.toString();
    }
}
