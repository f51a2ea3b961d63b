package io.sreobservability.registry.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A Markdown table; each row has exactly as many cells as the head. */
final class Table {
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        this.head = List.of(head);
    }

    /** Adds a row of cells that are Markdown already. */
    Table row(String... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException("expected " + head.size() + " cells: " + Arrays.toString(cells));
        }
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        return line(head)
                + line(head.stream().map(title -> "---").toList())
                + rows.stream().map(Table::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
