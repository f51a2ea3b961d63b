package io.sreobservability.sreagent.e2e;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;

/** In which order each delivered query must answer. Rows that are equal in what counts may come in any. */
final class ExpectedOrder {
    private ExpectedOrder() {}

    /** The order for a saved query, or for the title of a widget with a query. */
    static Comparator<Map<String, String>> of(String name) {
        return switch (name) {
            case "SREAgent/Find investigations by user", "Tool calls, newest first", "Investigations, newest first" ->
                latestFirst("started");
            case "SREAgent/Playbook: wrong routing" -> latestFirst("decided");
            case "SREAgent/Playbook: missing telemetry" -> latestFirst("last_seen");
            case "SREAgent/Slowest operations" -> largestFirst("p95_ms");
            case "SREAgent/Error correlation across agents" -> largestFirst("errors");
            case "SREAgent/Memory cache hit rates" -> largestFirst("retrievals");
            case "SREAgent/Tool usage patterns" -> largestFirst("calls");
            case "SREAgent/Playbook: slow investigation" -> largestFirst("longest_ms");
            case "SREAgent/Playbook: failing tool" ->
                largestFirst("failed_calls")
                        .thenComparing(largestFirst("failed_tries"))
                        .thenComparing(byText("tool"));
            case "SREAgent/Playbook: coordination" -> largestFirst("elapsed_ms");
            case "SREAgent/Playbook: memory misses" ->
                largestFirst("found_nothing").thenComparing(byText("strategy")).thenComparing(byText("user"));
            case "SREAgent/Playbook: cost surprise" ->
                largestFirst("input_tokens").thenComparing(largestFirst("calls"));
            case "Investigations by user" -> largestFirst("investigations");
            default -> throw new AssertionError("in which order must \"" + name + "\" answer? Say it here");
        };
    }

    /** Rows without the number come last. */
    private static Comparator<Map<String, String>> largestFirst(String column) {
        Function<Map<String, String>, Double> number = row -> {
            String text = row.get(column);
            return text == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
        };
        return Comparator.comparing(number).reversed();
    }

    /** Times are written so that their texts are in their order. */
    private static Comparator<Map<String, String>> latestFirst(String column) {
        return byText(column).reversed();
    }

    private static Comparator<Map<String, String>> byText(String column) {
        return Comparator.comparing(row -> row.getOrDefault(column, ""));
    }
}
