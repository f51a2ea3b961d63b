package io.sreobservability.sreagent.report;

import java.util.List;
import java.util.stream.IntStream;

/** What others wrote, as items of a numbered list. */
final class Numbered {
    private Numbered() {}

    static List<String> of(List<String> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> (i + 1) + ". " + Markdown.text(items.get(i)))
                .toList();
    }
}
