package io.sreobservability.sreagent.backend.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows and the filters that endpoints share. A filter that is {@code null} keeps every row. Immutable. */
public final class Rows {
    private final List<JsonNode> rows;

    /** The given rows, in their order. */
    public Rows(List<JsonNode> rows) {
        this.rows = List.copyOf(rows);
    }

    /** When the row happened: its {@code timestamp}. */
    public static Instant time(JsonNode row) {
        try {
            return Instant.parse(row.path("timestamp").asText());
        } catch (DateTimeException e) {
            throw new DataException("A row has no valid timestamp: " + row);
        }
    }

    /** The rows as a list. */
    public List<JsonNode> list() {
        return rows;
    }

    /** The rows as a stream. */
    public Stream<JsonNode> stream() {
        return rows.stream();
    }

    /** Only rows whose field is exactly this text. */
    public Rows where(String field, @Nullable String value) {
        return value == null ? this : where(row -> row.path(field).asText().equals(value));
    }

    /** Only rows for which the condition holds. */
    public Rows where(Predicate<JsonNode> condition) {
        return new Rows(rows.stream().filter(condition).toList());
    }

    /** Only rows at or after a moment. */
    public Rows since(@Nullable Instant start) {
        return start == null ? this : where(row -> !time(row).isBefore(start));
    }

    /** Only rows at or before a moment. */
    public Rows until(@Nullable Instant end) {
        return end == null ? this : where(row -> !time(row).isAfter(end));
    }

    /** At most the last {@code count} rows. */
    public Rows last(int count) {
        return new Rows(rows.subList(Math.max(0, rows.size() - count), rows.size()));
    }

    /** The rows from the last to the first. */
    public Rows reversed() {
        List<JsonNode> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        return new Rows(reversed);
    }

    /** Each row changed. */
    public Rows map(UnaryOperator<JsonNode> change) {
        return new Rows(rows.stream().map(change).toList());
    }

    /** Each row with only these fields, as far as it has them. */
    public Rows only(String... fields) {
        return map(row -> {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (String field : fields) {
                if (row.has(field)) {
                    copy.set(field, row.get(field));
                }
            }
            return copy;
        });
    }

    /** An object with the rows as an array under this name. */
    public ObjectNode under(String name) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(rows.size());
        rows.forEach(array::add);
        return JsonNodeFactory.instance.objectNode().set(name, array);
    }
}
