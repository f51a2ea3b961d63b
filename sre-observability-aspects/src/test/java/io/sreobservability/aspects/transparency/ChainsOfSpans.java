package io.sreobservability.aspects.transparency;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Spans as text. */
final class ChainsOfSpans {
    private ChainsOfSpans() {}

    /**
     * Each span that ended, with those around it, as {@code inner < outer}; without those that stand in the chain before
     * them as the only child.
     */
    static List<String> of(List<SpanData> spans) {
        Map<String, SpanData> byId = spans.stream().collect(Collectors.toMap(SpanData::getSpanId, Function.identity()));
        Map<String, Long> children =
                spans.stream().collect(Collectors.groupingBy(SpanData::getParentSpanId, Collectors.counting()));
        return spans.stream()
                .filter(span -> children.getOrDefault(span.getSpanId(), 0L) != 1)
                .map(span -> chain(span, byId))
                .toList();
    }

    private static String chain(SpanData span, Map<String, SpanData> byId) {
        String name = span.getName().replace("tool.", "");
        return Optional.ofNullable(byId.get(span.getParentSpanId()))
                .map(parent -> name + " < " + chain(parent, byId))
                .orElse(name);
    }
}
