package io.sreobservability.aspects.engine;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.sreobservability.aspects.metric.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The series of one metric over one set of dimensions. The attributes of a series are made once and found again value by
 * value, so that a record costs no allocation. Thread-safe.
 */
final class SeriesSet {
    /** How many series there may be beyond the limit, for those that share the values of identifiers. */
    static final int SHARED_SERIES = 50;

    private final Dimension[] dimensions;
    private final DimensionValues[] values;
    private final @Nullable Dimension split;
    private final Node root = new Node();
    private int series;
    private final int maxSeries;

    SeriesSet(List<Dimension> dimensions, List<DimensionValues> values, int maxSeries) {
        this.dimensions = dimensions.toArray(Dimension[]::new);
        this.values = values.toArray(DimensionValues[]::new);
        this.split = dimensions.stream()
                .filter(dimension -> dimension.source() instanceof Dimension.FromList)
                .findFirst()
                .orElse(null);
        this.maxSeries = maxSeries;
    }

    /** The dimension that makes one record per member of a list, if there is one. */
    @Nullable
    Dimension split() {
        return split;
    }

    /**
     * The dimensions of one record.
     *
     * @param member the member of the list, if there is a dimension that splits
     */
    Attributes attributes(MetricSource source, @Nullable String member) {
        Node node = root;
        for (Dimension dimension : dimensions) {
            Node next = node.children.get(value(dimension, source, member));
            if (next == null) {
                return newAttributes(source, member);
            }
            node = next;
        }
        Attributes known = node.attributes;
        return known == null ? newAttributes(source, member) : known;
    }

    private Attributes newAttributes(MetricSource source, @Nullable String member) {
        String[] admitted = new String[dimensions.length];
        for (int i = 0; i < admitted.length; i++) {
            admitted[i] = values[i].admit(value(dimensions[i], source, member));
        }
        Attributes known = find(admitted);
        return known != null ? known : add(admitted);
    }

    private @Nullable Attributes find(String[] admitted) {
        Node node = root;
        for (String value : admitted) {
            Node next = node.children.get(value);
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node.attributes;
    }

    /**
     * Once there are too many series, new ones share what names no person; when those are too many, too, they share one.
     */
    private synchronized Attributes add(String[] admitted) {
        if (series >= maxSeries) {
            for (int i = 0; i < admitted.length; i++) {
                admitted[i] = dimensions[i].isIdentifier() ? DimensionValues.OTHER : admitted[i];
            }
        }
        if (series >= maxSeries + SHARED_SERIES) {
            Arrays.fill(admitted, DimensionValues.OTHER);
        }
        AttributesBuilder builder = Attributes.builder();
        Node node = root;
        for (int i = 0; i < admitted.length; i++) {
            builder.put(dimensions[i].key(), admitted[i]);
            node = node.children.computeIfAbsent(admitted[i], value -> new Node());
        }
        Attributes known = node.attributes;
        if (known != null) {
            return known;
        }
        series++;
        Attributes made = builder.build();
        node.attributes = made;
        return made;
    }

    private static String value(Dimension dimension, MetricSource source, @Nullable String member) {
        Dimension.Source from = dimension.source();
        Object value;
        if (from instanceof Dimension.FromAttribute attribute) {
            value = source.attribute(attribute.attribute());
        } else if (from instanceof Dimension.FromList) {
            value = member;
        } else if (from instanceof Dimension.FromComponent) {
            value = source.component();
        } else {
            value = source.componentName();
        }
        String text = value == null ? "" : value.toString();
        return text.isEmpty() ? Dimension.UNKNOWN : text;
    }

    /** The values of the next dimension, and the attributes once all have a value. */
    private static final class Node {
        private final ConcurrentHashMap<String, Node> children = new ConcurrentHashMap<>(4);
        private volatile @Nullable Attributes attributes;
    }
}
