package io.sreobservability.sreagent.backend.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.backend.data.Rows;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Direction, average, spread and outliers of a series, computed from its samples. A series belongs to one service and,
 * where rows have one, one endpoint; of several series the one that changed most is described.
 */
final class Trend {
    /** A series whose fitted line rises or falls by less than this share of its average is stable. */
    private static final double STABLE_SHARE = 0.10;

    private final List<JsonNode> rows;
    private final String column;
    private final double average;

    private Trend(List<JsonNode> rows, String column) {
        this.rows = rows;
        this.column = column;
        this.average = rows.stream().mapToDouble(this::value).average().orElse(0);
    }

    static ObjectNode of(Rows samples, String column, double anomalyThreshold) {
        Map<String, List<JsonNode>> series = samples.stream()
                .collect(Collectors.groupingBy(
                        row -> row.path("service").asText()
                                + ' '
                                + row.path("endpoint").asText(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return series.values().stream()
                .map(rows -> new Trend(rows, column))
                .max(Comparator.comparingDouble(trend -> Math.abs(trend.change())))
                .map(trend -> trend.describe(anomalyThreshold))
                .orElseGet(Trend::noData);
    }

    static ObjectNode noData() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("trend", "no_data").put("average_value", 0).put("standard_deviation", 0);
        answer.putArray("anomalies");
        return answer;
    }

    private ObjectNode describe(double anomalyThreshold) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("trend", direction());
        for (String name : List.of("service", "endpoint")) {
            if (rows.get(0).has(name)) {
                answer.set(name, rows.get(0).get(name));
            }
        }
        answer.put("metric", column)
                .put("samples", rows.size())
                .put("average_value", rounded(average))
                .put("standard_deviation", rounded(deviation()));
        ArrayNode anomalies = answer.putArray("anomalies");
        for (JsonNode row : rows) {
            double percent = average == 0 ? 0 : (value(row) - average) / average * 100;
            if (isAgainstNormal(percent) && Math.abs(percent) >= anomalyThreshold) {
                ObjectNode anomaly = anomalies.addObject();
                anomaly.set("timestamp", row.path("timestamp"));
                anomaly.set("value", row.path(column));
                anomaly.put("deviation_percentage", rounded(percent));
            }
        }
        return answer;
    }

    // In a series that rises, a low value is how it was when all was well.
    private boolean isAgainstNormal(double percent) {
        return switch (direction()) {
            case "increasing" -> percent > 0;
            case "decreasing" -> percent < 0;
            default -> percent != 0;
        };
    }

    private String direction() {
        if (Math.abs(change()) < STABLE_SHARE) {
            return "stable";
        }
        return change() > 0 ? "increasing" : "decreasing";
    }

    /** By how much the least-squares line changes from first to last sample, as a share of the average. */
    private double change() {
        if (average == 0 || rows.size() < 2) {
            return 0;
        }
        double middle = (rows.size() - 1) / 2.0;
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < rows.size(); i++) {
            covariance += (i - middle) * (value(rows.get(i)) - average);
            variance += (i - middle) * (i - middle);
        }
        return covariance / variance * (rows.size() - 1) / average;
    }

    private double deviation() {
        return Math.sqrt(rows.stream()
                .mapToDouble(row -> Math.pow(value(row) - average, 2))
                .average()
                .orElse(0));
    }

    private double value(JsonNode row) {
        return row.path(column).asDouble();
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
