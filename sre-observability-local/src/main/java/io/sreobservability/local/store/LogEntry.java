package io.sreobservability.local.store;

import org.jspecify.annotations.Nullable;

/**
 * One received log record.
 *
 * @param logGroup CloudWatch's log group that it was sent to
 * @param timeUnixNano when it happened, or, if the sender did not know, when it was observed; nanoseconds since 1970
 * @param severity text such as {@code INFO}
 * @param body text or structured value, see {@link Attributes}
 * @param traceId 32 lower-case hex digits, null if it was logged outside a trace
 * @param spanId 16 lower-case hex digits, null if it was logged outside a span
 * @param sizeBytes size on the wire
 */
public record LogEntry(
        String logGroup,
        long timeUnixNano,
        String severity,
        @Nullable Object body,
        @Nullable String traceId,
        @Nullable String spanId,
        String service,
        Attributes attributes,
        int sizeBytes)
        implements Sized {

    /** The log group of those that were sent to none in particular. */
    public static final String DEFAULT_GROUP = "/sre-agent/logs";

    /** The sender's own id of the record; two records with the same one are the same record. Null if it has none. */
    @Nullable
    String uid() {
        return attributes.text("log.record.uid");
    }
}
