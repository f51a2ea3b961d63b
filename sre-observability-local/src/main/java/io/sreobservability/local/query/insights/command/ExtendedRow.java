package io.sreobservability.local.query.insights.command;

import io.sreobservability.local.query.insights.expression.Row;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row with fields that commands have added to it; they hide fields of the same name below. */
record ExtendedRow(Row below, Map<String, @Nullable Object> added) implements Row {
    @Override
    public @Nullable Object get(String field) {
        return added.containsKey(field) ? added.get(field) : below.get(field);
    }
}
