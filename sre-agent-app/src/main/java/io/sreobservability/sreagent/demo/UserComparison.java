package io.sreobservability.sreagent.demo;

import io.sreobservability.sreagent.trace.MemoryUse.Lookup;
import io.sreobservability.sreagent.trace.Reporting;
import io.sreobservability.sreagent.trace.TraceAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same question of several users as a table: a column for each user, a row for each thing that may differ.
 *
 * @param byUser the answers of each user's trace, in the order in which they asked
 */
record UserComparison(Map<String, TraceAnswers> byUser) {
    private static final String GAP = "  ";

    /** The table's lines; names are as they arrived. */
    List<String> lines() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", user -> user));
        rows.add(row("agents sent", user -> of(user).agents()));
        for (int i = 0; i < lookups(); i++) {
            int lookup = i;
            rows.add(row("memory " + (i + 1), user -> lookup(of(user).memory().lookups(), lookup)));
        }
        rows.add(row("report time", user -> report(user, Reporting::duration)));
        rows.add(row("escalation", user -> report(user, Reporting::escalation)));
        rows.add(row("personalisation", this::personalisation));
        return aligned(rows);
    }

    private TraceAnswers of(String user) {
        TraceAnswers answers = byUser.get(user);
        if (answers == null) {
            throw new IllegalArgumentException(user);
        }
        return answers;
    }

    private int lookups() {
        return byUser.values().stream()
                .mapToInt(trace -> trace.memory().lookups().size())
                .max()
                .orElse(0);
    }

    private static String lookup(List<Lookup> lookups, int index) {
        return index < lookups.size()
                ? lookups.get(index).namespace() + ": " + lookups.get(index).results()
                : "none";
    }

    private String report(String user, Function<Reporting, String> answer) {
        return of(user).reporting().map(answer).orElse("no report");
    }

    /** What it costs that the agents know who asks: the time in memory, and a report that takes longer than another's. */
    private String personalisation(String user) {
        return of(user).memory().duration() + " in memory"
                + byUser.keySet().stream()
                        .filter(other -> !other.equals(user))
                        .map(other -> ", report " + difference(of(user), of(other)) + " against " + other + "'s")
                        .collect(Collectors.joining());
    }

    private static String difference(TraceAnswers own, TraceAnswers other) {
        return own.reporting()
                .flatMap(report -> other.reporting().map(report::longerThan))
                .orElse("unknown");
    }

    private List<String> row(String label, Function<String, String> answer) {
        List<String> row = new ArrayList<>(List.of(label));
        byUser.keySet().stream().map(answer).forEach(row::add);
        return row;
    }

    private static List<String> aligned(List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> row.get(column)
                                + " "
                                        .repeat(widths.get(column)
                                                - row.get(column).length()))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .toList();
    }
}
