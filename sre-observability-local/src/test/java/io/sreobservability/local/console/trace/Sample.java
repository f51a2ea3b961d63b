package io.sreobservability.local.console.trace;

import io.sreobservability.local.store.Attributes;
import io.sreobservability.local.store.SpanKind;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spans to try things on; times are in milliseconds. */
final class Sample {
    private Sample() {}

    static SpanRecord span(String id, @Nullable String parent, String name, long from, long to) {
        return span(id, parent, name, from, to, SpanKind.INTERNAL, "service", SpanStatus.UNSET);
    }

    static SpanRecord failed(String id, @Nullable String parent, String name, String type) {
        return span(id, parent, name, 0, 1, SpanKind.INTERNAL, "service", SpanStatus.ERROR, "error.type", type);
    }

    static SpanRecord span(
            String id,
            @Nullable String parent,
            String name,
            long from,
            long to,
            SpanKind kind,
            String service,
            SpanStatus status,
            Object... attributes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            values.put((String) attributes[i], attributes[i + 1]);
        }
        return new SpanRecord(
                "t",
                id,
                parent,
                name,
                kind,
                service,
                "scope",
                from * 1_000_000,
                to * 1_000_000,
                status,
                "",
                new Attributes(values),
                List.of(),
                Attributes.EMPTY,
                1);
    }
}
