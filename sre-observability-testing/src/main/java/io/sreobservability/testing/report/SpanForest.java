package io.sreobservability.testing.report;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Spans as the trees that their parents make of them, one line per span, children two spaces further in. */
public final class SpanForest {
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private final List<SpanData> roots;
    private final Map<String, List<SpanData>> below;

    private SpanForest(List<SpanData> roots, Map<String, List<SpanData>> below) {
        this.roots = roots;
        this.below = below;
    }

    /** The trees of these spans, each in the given order. A span whose parent is not among them is a root. */
    public static SpanForest of(List<SpanData> spans) {
        Set<String> ids = spans.stream().map(SpanData::getSpanId).collect(Collectors.toSet());
        return new SpanForest(
                spans.stream()
                        .filter(span -> !ids.contains(span.getParentSpanId()))
                        .toList(),
                spans.stream().collect(Collectors.groupingBy(SpanData::getParentSpanId)));
    }

    /** Only the names, in the given order. */
    public String names() {
        return trees(roots, "", SpanData::getName);
    }

    /** Names with what failed and what has not ended, for messages. */
    public String described() {
        return roots.isEmpty() ? "(no span)" : trees(roots, "", SpanForest::describe);
    }

    private String trees(List<SpanData> siblings, String indent, Function<SpanData, String> line) {
        List<String> lines = new ArrayList<>();
        for (SpanData span : siblings) {
            lines.add(indent + line.apply(span));
            List<SpanData> children = below.getOrDefault(span.getSpanId(), List.of());
            if (!children.isEmpty()) {
                lines.add(trees(children, indent + "  ", line));
            }
        }
        return String.join("\n", lines);
    }

    private static String describe(SpanData span) {
        StringBuilder text = new StringBuilder(span.getName());
        if (span.getStatus().getStatusCode() == StatusCode.ERROR) {
            String type = span.getAttributes().get(ERROR_TYPE);
            text.append("  failed").append(type == null ? "" : ": " + type);
        }
        return text.append(span.hasEnded() ? "" : "  not ended").toString();
    }
}
