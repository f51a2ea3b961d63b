package io.sreobservability.local.wire.api;

import io.sreobservability.local.store.LogEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log record in an answer. */
record LogView(
        long timeUnixNano,
        String severity,
        @Nullable Object body,
        @Nullable String traceId,
        @Nullable String spanId,
        String service,
        Map<String, @Nullable Object> attributes) {

    static LogView of(LogEntry entry) {
        return new LogView(
                entry.timeUnixNano(),
                entry.severity(),
                entry.body(),
                entry.traceId(),
                entry.spanId(),
                entry.service(),
                entry.attributes().values());
    }
}
