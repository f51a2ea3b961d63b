package io.sreobservability.local.query.insights.command;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.sreobservability.local.query.insights.expression.Row;
import io.sreobservability.local.query.insights.expression.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code parse}: takes parts out of a field. Rows where the pattern does not fit stay, without these parts. */
public record Parse(String field, Pattern pattern, List<Part> parts) implements Command {
    public Parse {
        parts = List.copyOf(parts);
    }

    /** What a group of the pattern is called. */
    public record Part(String name, int group) {}

    @Override
    public Table run(Table table) {
        List<String> columns = Stream.concat(
                        table.columns().stream(), parts.stream().map(Part::name))
                .distinct()
                .toList();
        return new Table(table.rows().stream().map(this::extended).toList(), columns, table.grouped());
    }

    private Row extended(Row row) {
        String text = Values.text(row.get(field));
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        if (text == null || !matcher.find()) {
            return row;
        }
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        parts.forEach(part -> found.put(part.name(), matcher.group(part.group())));
        return new ExtendedRow(row, found);
    }
}
