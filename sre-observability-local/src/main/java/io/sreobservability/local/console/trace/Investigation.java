package io.sreobservability.local.console.trace;

import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line about a trace.
 *
 * @param investigationId null if no agent of ours had to do with it
 * @param user null if no span names one
 * @param query null if no span names one: content capture is off, say
 * @param name of the root span; as long as that has not arrived, of the earliest span
 * @param startUnixNano start of the earliest span
 * @param durationNano from the start of the earliest span to the end of the latest
 * @param running whether the root has not arrived yet: spans are sent when they end, and the root ends last
 * @param agents those that have finished, by start
 * @param services names of the processes that had part in it
 */
public record Investigation(
        String traceId,
        @Nullable String investigationId,
        @Nullable String user,
        @Nullable String query,
        String name,
        long startUnixNano,
        long durationNano,
        int spans,
        int errors,
        boolean running,
        List<Agent> agents,
        List<String> services) {
    private static final Comparator<SpanRecord> BY_START =
            Comparator.comparingLong(SpanRecord::startUnixNano).thenComparing(SpanRecord::spanId);

    /** An agent that had part in an investigation. */
    public record Agent(String name, boolean failed) {}

    /**
     * The line about these spans.
     *
     * @param spans of one trace, at least one
     */
    public static Investigation of(List<SpanRecord> spans) {
        SpanRecord first = spans.stream()
                .min(Comparator.comparing((SpanRecord span) -> span.parentSpanId() != null)
                        .thenComparing(BY_START))
                .orElseThrow();
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        int errors = 0;
        Set<String> services = new HashSet<>();
        for (SpanRecord span : spans) {
            start = Math.min(start, span.startUnixNano());
            end = Math.max(end, span.startUnixNano() + span.durationNano());
            errors += span.status() == SpanStatus.ERROR ? 1 : 0;
            services.add(span.service());
        }
        return new Investigation(
                first.traceId(),
                text(spans, "sre.investigation_id"),
                text(spans, "sre.user_id"),
                text(spans, "sre.query"),
                first.name(),
                start,
                end - start,
                spans.size(),
                errors,
                first.parentSpanId() != null,
                agents(spans),
                services.stream().sorted().toList());
    }

    private static @Nullable String text(List<SpanRecord> spans, String key) {
        for (SpanRecord span : spans) {
            String value = span.attributes().text(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** One for each name; failed if any of its executions did. */
    private static List<Agent> agents(List<SpanRecord> spans) {
        Map<String, Boolean> failed = new LinkedHashMap<>();
        spans.stream()
                .filter(span -> AgentSpans.agentOf(span) != null)
                .sorted(BY_START)
                .forEach(span -> failed.merge(
                        String.valueOf(AgentSpans.agentOf(span)),
                        span.status() == SpanStatus.ERROR,
                        Boolean::logicalOr));
        List<Agent> agents = new ArrayList<>();
        failed.forEach((name, bad) -> agents.add(new Agent(name, bad)));
        return List.copyOf(agents);
    }
}
