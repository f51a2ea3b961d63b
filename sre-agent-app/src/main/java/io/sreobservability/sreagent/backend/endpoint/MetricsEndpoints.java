package io.sreobservability.sreagent.backend.endpoint;

import static io.sreobservability.sreagent.backend.data.DataFile.AVAILABILITY;
import static io.sreobservability.sreagent.backend.data.DataFile.ERROR_RATES;
import static io.sreobservability.sreagent.backend.data.DataFile.RESPONSE_TIMES;
import static io.sreobservability.sreagent.backend.data.DataFile.SERVICE_USAGE;
import static io.sreobservability.sreagent.backend.data.DataFile.THROUGHPUT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.backend.data.DataFile;
import io.sreobservability.sreagent.backend.data.Rows;
import io.sreobservability.sreagent.backend.data.Snapshot;
import java.util.Map;

/** Figures per service and minute. */
final class MetricsEndpoints {
    private MetricsEndpoints() {}

    static Map<String, Endpoint> byTool() {
        return Map.of(
                "get_performance_metrics", MetricsEndpoints::performance,
                "get_error_rates",
                        (arguments, data) ->
                                inWindow(ERROR_RATES, arguments, data).under("error_rates"),
                "get_resource_metrics", MetricsEndpoints::resources,
                "get_availability_metrics",
                        (arguments, data) ->
                                inWindow(AVAILABILITY, arguments, data).under("availability_metrics"),
                "analyze_trends", MetricsEndpoints::trends);
    }

    private static ObjectNode performance(Arguments arguments, Snapshot data) {
        String type = arguments.text("metric_type");
        Rows rows = switch (type == null ? "" : type) {
            case "response_time" -> data.rows(RESPONSE_TIMES);
            case "throughput" -> data.rows(THROUGHPUT);
            case "cpu_usage" -> data.rows(SERVICE_USAGE).map(row -> sample(row, "cpu_percent", "percent"));
            case "memory_usage" -> data.rows(SERVICE_USAGE).map(row -> sample(row, "memory_mb", "MB"));
            default -> data.rows(SERVICE_USAGE);
        };
        return rows.since(arguments.time("start_time"))
                .until(arguments.time("end_time"))
                .where("service", arguments.text("service"))
                .under("metrics");
    }

    private static JsonNode sample(JsonNode row, String column, String unit) {
        ObjectNode sample = JsonNodeFactory.instance.objectNode();
        sample.set("timestamp", row.path("timestamp"));
        sample.set("service", row.path("service"));
        sample.set("value", row.path(column));
        return sample.put("unit", unit);
    }

    private static ObjectNode resources(Arguments arguments, Snapshot data) {
        Rows rows = inWindow(SERVICE_USAGE, arguments, data);
        String type = arguments.text("resource_type");
        Rows columns = switch (type == null ? "" : type) {
            case "cpu" -> rows.only("timestamp", "service", "cpu_percent", "threads");
            case "memory" -> rows.only("timestamp", "service", "memory_mb", "memory_percent");
            case "disk" -> rows.only("timestamp", "service", "disk_read_mb_per_second", "disk_write_mb_per_second");
            case "network" ->
                rows.only("timestamp", "service", "network_in_mb_per_second", "network_out_mb_per_second");
            default -> rows;
        };
        return columns.under("metrics");
    }

    private static ObjectNode trends(Arguments arguments, Snapshot data) {
        return TrendSource.ofMetric(arguments.requiredText("metric_name"))
                .map(source -> Trend.of(
                        inWindow(source.file(), arguments, data),
                        source.column(),
                        arguments.number("anomaly_threshold")))
                .orElseGet(Trend::noData);
    }

    private static Rows inWindow(DataFile file, Arguments arguments, Snapshot data) {
        return data.rows(file)
                .since(data.now().minus(arguments.window("time_window")))
                .where("service", arguments.text("service"));
    }
}
