package io.sreobservability.aspects.engine;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.sreobservability.aspects.metric.Condition;
import io.sreobservability.aspects.metric.Dimension;
import io.sreobservability.aspects.metric.MetricDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns one ended span into the data points of its metrics. */
final class MetricRecorder {
    private MetricRecorder() {}

    /** Records every metric of the span's point. A metric that fails costs only itself. */
    static void record(Telemetry telemetry, ActiveSpan span) {
        List<MetricDefinition> metrics = span.point().metrics();
        for (int i = 0; i < metrics.size(); i++) {
            try {
                MetricDefinition metric = metrics.get(i);
                if (holds(metric.condition(), span)) {
                    record(telemetry.instrument(metric), metric, span);
                }
            } catch (Throwable thrown) {
                EngineState.faults().record(thrown);
            }
        }
    }

    private static void record(Instrument instrument, MetricDefinition metric, ActiveSpan span) {
        series(instrument, metric.dimensions(), span);
        for (int i = 0; i < metric.rollups().size(); i++) {
            series(instrument, metric.rollups().get(i), span);
        }
    }

    private static boolean holds(Condition condition, ActiveSpan span) {
        if (condition instanceof Condition.OnError) {
            return span.failed();
        }
        if (condition instanceof Condition.WhenAttribute when) {
            return Boolean.valueOf(when.expected())
                    .equals(span.attribute(when.attribute().key()));
        }
        return true;
    }

    private static void series(Instrument instrument, List<Dimension> dimensions, ActiveSpan span) {
        Dimension split = splitOf(dimensions);
        if (split == null) {
            instrument.record(span.durationNanos(), attributes(dimensions, span, null), span.context());
            return;
        }
        // An absent list has no members, so it makes no record: nothing was routed, not something unknown.
        Object list =
                span.attribute(((Dimension.FromList) split.source()).attribute().key());
        for (String member : list == null ? new String[0] : list.toString().split(",")) {
            if (!member.isBlank()) {
                instrument.record(span.durationNanos(), attributes(dimensions, span, member.strip()), span.context());
            }
        }
    }

    private static @Nullable Dimension splitOf(List<Dimension> dimensions) {
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).source() instanceof Dimension.FromList) {
                return dimensions.get(i);
            }
        }
        return null;
    }

    /** The short forms exist because a builder would allocate more than the attributes themselves. */
    private static Attributes attributes(List<Dimension> dimensions, ActiveSpan span, @Nullable String member) {
        return switch (dimensions.size()) {
            case 0 -> Attributes.empty();
            case 1 -> Attributes.of(key(dimensions, 0), value(dimensions, 0, span, member));
            case 2 ->
                Attributes.of(
                        key(dimensions, 0), value(dimensions, 0, span, member),
                        key(dimensions, 1), value(dimensions, 1, span, member));
            case 3 ->
                Attributes.of(
                        key(dimensions, 0), value(dimensions, 0, span, member),
                        key(dimensions, 1), value(dimensions, 1, span, member),
                        key(dimensions, 2), value(dimensions, 2, span, member));
            default -> built(dimensions, span, member);
        };
    }

    private static Attributes built(List<Dimension> dimensions, ActiveSpan span, @Nullable String member) {
        AttributesBuilder builder = Attributes.builder();
        for (int i = 0; i < dimensions.size(); i++) {
            builder.put(key(dimensions, i), value(dimensions, i, span, member));
        }
        return builder.build();
    }

    private static AttributeKey<String> key(List<Dimension> dimensions, int index) {
        return dimensions.get(index).key();
    }

    private static String value(List<Dimension> dimensions, int index, ActiveSpan span, @Nullable String member) {
        Dimension.Source source = dimensions.get(index).source();
        Object value;
        if (source instanceof Dimension.FromAttribute from) {
            value = span.attribute(from.attribute().key());
        } else if (source instanceof Dimension.FromList) {
            value = member;
        } else if (source instanceof Dimension.FromComponent) {
            value = span.point().component();
        } else {
            value = span.componentName();
        }
        String text = value == null ? "" : value.toString();
        return text.isBlank() ? Dimension.UNKNOWN : text;
    }
}
