package io.sreobservability.local.query.insights.command;

import io.sreobservability.local.query.insights.expression.Row;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row with fields of a command, which hide fields of the same name below. They are computed together when somebody asks for the
 * first of them: most rows are sorted away, cut off or only counted, and nobody ever does.
 */
final class ComputedRow implements Row {
    private static final Object NOT_YET = new Object();

    private final Row below;
    private final Shape shape;
    private @Nullable Object @Nullable [] values;

    private ComputedRow(Row below, Shape shape) {
        this.below = below;
        this.shape = shape;
    }

    /** What all rows of one command have in common. */
    record Shape(List<Column> columns, Map<String, Integer> places) {
        static Shape of(List<Column> columns) {
            Map<String, Integer> places = new HashMap<>();
            columns.forEach(column -> places.putIfAbsent(column.name(), places.size()));
            return new Shape(columns, places);
        }

        Row on(Row below) {
            return new ComputedRow(below, this);
        }
    }

    @Override
    public @Nullable Object get(String field) {
        Integer place = shape.places.get(field);
        if (place == null) {
            return below.get(field);
        }
        @Nullable Object[] known = values;
        if (known == null) {
            known = computed();
            values = known;
        }
        return known[place];
    }

    /** One after the other: a column may use those before it. */
    private @Nullable Object[] computed() {
        @Nullable Object[] found = new Object[shape.places.size()];
        Arrays.fill(found, NOT_YET);
        Row soFar = field -> {
            Integer place = shape.places.get(field);
            return place == null || found[place] == NOT_YET ? below.get(field) : found[place];
        };
        for (Column column : shape.columns) {
            Object value = column.value().evaluate(soFar);
            found[shape.places.getOrDefault(column.name(), 0)] = value;
        }
        return found;
    }
}
