package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.memory.Wishes;
import java.util.ArrayList;
import java.util.List;

/** What was asked, by whom and when, and how to read the times below. */
final class Header {
    private Header() {}

    static List<String> lines(Investigation investigation) {
        Times times = new Times(investigation.preferences().style().timezone(), investigation.asked());
        List<String> lines = new ArrayList<>(List.of(
                "# Investigation report",
                "",
                "- **Query:** " + Markdown.text(investigation.query()),
                "- **For:** " + Markdown.text(investigation.userId()),
                "- **Investigation:** " + Markdown.text(investigation.id()),
                "- **Asked:** " + times.minute(investigation.asked()) + " " + times.zoneName()
                        + "; times of that day have no date, and all are " + times.zoneName()));
        // A wish changes whom later reports name: whoever did not mean one has to see it.
        Wishes noted = investigation.memory().noted();
        if (!noted.isEmpty()) {
            lines.add("- **Noted:** " + Markdown.text(noted.inWords()));
        }
        return lines;
    }
}
