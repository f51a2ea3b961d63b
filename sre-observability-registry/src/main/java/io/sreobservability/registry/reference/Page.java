package io.sreobservability.registry.reference;

import java.util.List;

/** A Markdown page in the making. */
final class Page {
    private final StringBuilder out = new StringBuilder();

    Page heading(int level, String markdown) {
        out.append(out.isEmpty() ? "" : "\n")
                .append("#".repeat(level))
                .append(' ')
                .append(markdown)
                .append('\n');
        return this;
    }

    /** Adds a paragraph, unless it is empty. */
    Page paragraph(String markdown) {
        if (!markdown.isBlank()) {
            out.append('\n').append(markdown).append('\n');
        }
        return this;
    }

    /** Adds a list, unless it is empty. */
    Page list(List<String> items) {
        out.append(items.isEmpty() ? "" : "\n");
        items.forEach(item -> out.append("- ").append(item).append('\n'));
        return this;
    }

    /** Adds a table, unless it has no rows. */
    Page table(Table table) {
        if (!table.isEmpty()) {
            out.append('\n').append(table);
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
