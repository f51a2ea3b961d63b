package io.sreobservability.sreagent.backend.endpoint;

import static io.sreobservability.sreagent.backend.data.DataFile.APPLICATION_LOG;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.backend.data.Rows;
import io.sreobservability.sreagent.backend.data.Snapshot;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The application log. Everything, counts and patterns too, is computed from its lines. */
final class LogsEndpoints {
    private static final int MAX_SEARCH_RESULTS = 100;
    private static final Set<String> ERROR_LEVELS = Set.of("ERROR", "CRITICAL");

    private LogsEndpoints() {}

    static Map<String, Endpoint> byTool() {
        return Map.of(
                "search_logs", LogsEndpoints::search,
                "get_error_logs", LogsEndpoints::errors,
                "analyze_log_patterns", LogsEndpoints::patterns,
                "get_recent_logs", LogsEndpoints::recent,
                "count_log_events", LogsEndpoints::count);
    }

    private static ObjectNode search(Arguments arguments, Snapshot data) {
        return data.rows(APPLICATION_LOG)
                .where(contains(arguments.requiredText("pattern")))
                .where("level", arguments.text("log_level"))
                .since(arguments.time("start_time"))
                .until(arguments.time("end_time"))
                .last(MAX_SEARCH_RESULTS)
                .only("timestamp", "level", "service", "message")
                .under("logs");
    }

    private static ObjectNode errors(Arguments arguments, Snapshot data) {
        return data.rows(APPLICATION_LOG)
                .where(LogsEndpoints::isError)
                .since(arguments.time("since"))
                .where("service", arguments.text("service"))
                .under("errors");
    }

    private static ObjectNode recent(Arguments arguments, Snapshot data) {
        return data.rows(APPLICATION_LOG)
                .where("service", arguments.text("service"))
                .last(arguments.integer("limit"))
                .reversed()
                .only("timestamp", "level", "service", "message")
                .under("logs");
    }

    private static ObjectNode patterns(Arguments arguments, Snapshot data) {
        Rows lines = data.rows(APPLICATION_LOG).since(data.now().minus(arguments.window("time_window")));
        return LogPatterns.of(lines, arguments.integer("min_occurrences"));
    }

    private static ObjectNode count(Arguments arguments, Snapshot data) {
        Rows lines = data.rows(APPLICATION_LOG)
                .since(data.now().minus(arguments.window("time_window")))
                .where(ofType(arguments.requiredText("event_type")));
        return LogCounts.of(lines, arguments.requiredText("group_by"));
    }

    private static Predicate<JsonNode> ofType(String eventType) {
        return switch (eventType.toLowerCase(Locale.ROOT)) {
            case "all" -> line -> true;
            case "error", "errors" -> LogsEndpoints::isError;
            default -> contains(eventType);
        };
    }

    private static boolean isError(JsonNode line) {
        return ERROR_LEVELS.contains(line.path("level").asText());
    }

    private static Predicate<JsonNode> contains(String pattern) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        return line -> (line.path("level").asText()
                        + ' '
                        + line.path("service").asText()
                        + ' '
                        + line.path("message").asText())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }
}
