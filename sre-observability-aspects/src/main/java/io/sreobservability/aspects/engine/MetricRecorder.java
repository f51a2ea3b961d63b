package io.sreobservability.aspects.engine;

import io.opentelemetry.api.metrics.Meter;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.metric.Condition;
import io.sreobservability.aspects.metric.Dimension;
import io.sreobservability.aspects.metric.MetricDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records one metric into one OpenTelemetry. Thread-safe. */
final class MetricRecorder {
    private final Meter meter;
    private final MetricDefinition metric;
    private final SeriesSet[] sets;
    private volatile @Nullable Instrument instrument;

    MetricRecorder(Meter meter, MetricDefinition metric, DimensionLimits limits) {
        this.meter = meter;
        this.metric = metric;
        this.sets = sets(metric, limits);
    }

    /** Records every metric. One that fails costs only itself. */
    static void record(MetricRecorder[] recorders, MetricSource source) {
        for (MetricRecorder recorder : recorders) {
            try {
                recorder.record(source);
            } catch (Throwable thrown) {
                EngineState.faults().record(thrown);
            }
        }
    }

    private void record(MetricSource source) {
        if (!holds(metric.condition(), source)) {
            return;
        }
        Instrument known = instrument;
        if (known == null) {
            known = Instrument.create(meter, metric);
            instrument = known;
        }
        for (SeriesSet set : sets) {
            record(known, set, source);
        }
    }

    private static boolean holds(Condition condition, MetricSource source) {
        if (condition instanceof Condition.OnError) {
            return source.failed();
        }
        if (condition instanceof Condition.WhenAttribute when) {
            return Boolean.valueOf(when.expected()).equals(source.attribute(when.attribute()));
        }
        return true;
    }

    private static void record(Instrument instrument, SeriesSet set, MetricSource source) {
        Dimension split = set.split();
        if (split == null) {
            instrument.record(source.durationNanos(), set.attributes(source, null), source.context());
            return;
        }
        AttributeDefinition<?> attribute = ((Dimension.FromList) split.source()).attribute();
        String[] members = members(source.attribute(attribute), attribute.maxLength());
        for (int i = 0; i < members.length; i++) {
            String member = members[i].strip();
            members[i] = member;
            boolean again = Arrays.asList(members).indexOf(member) < i;
            if (!member.isEmpty() && !again) {
                instrument.record(source.durationNanos(), set.attributes(source, member), source.context());
            }
        }
    }

    /**
     * The members of a list. An absent one has none, so it makes no record: nothing was routed, not something unknown. Of one
     * that is as long as it may be, the last member may be half a name, which would be a series of nobody.
     */
    private static String[] members(@Nullable Object list, int maxLength) {
        String text = list == null ? "" : list.toString();
        int end = text.length() < maxLength ? text.length() : text.lastIndexOf(',');
        return end <= 0 ? new String[0] : text.substring(0, end).split(",");
    }

    /** The metric's own dimensions and its roll-ups; each set once, even if leaving out identifiers makes two equal. */
    private static SeriesSet[] sets(MetricDefinition metric, DimensionLimits limits) {
        List<List<Dimension>> all = new ArrayList<>();
        all.add(metric.dimensions());
        all.addAll(metric.rollups());
        Map<Dimension, DimensionValues> values = new HashMap<>();
        int ownSeries = DimensionLimits.SERIES_PER_METRIC
                - all.size() * SeriesSet.SHARED_SERIES
                - metric.rollups().size() * DimensionLimits.SERIES_PER_ROLLUP;
        return all.stream()
                .map(dimensions -> dimensions.stream()
                        .filter(dimension -> limits.identifiers() || !dimension.isIdentifier())
                        .toList())
                .distinct()
                .map(dimensions -> new SeriesSet(
                        dimensions,
                        dimensions.stream()
                                .map(dimension -> values.computeIfAbsent(
                                        dimension, missing -> new DimensionValues(limits.valuesPerDimension())))
                                .toList(),
                        dimensions.equals(all.get(0)) ? ownSeries : DimensionLimits.SERIES_PER_ROLLUP))
                .toArray(SeriesSet[]::new);
    }
}
