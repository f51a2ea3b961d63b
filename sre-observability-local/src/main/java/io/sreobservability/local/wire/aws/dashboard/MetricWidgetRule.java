package io.sreobservability.local.wire.aws.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** The rules for the properties of a metric widget. */
final class MetricWidgetRule {
    private static final int MAX_METRICS = 500;
    private static final int MINUTE = 60;
    private static final Set<Integer> SHORT_PERIODS = Set.of(1, 5, 10, 20, 30);
    private static final List<String> VIEWS = List.of("timeSeries", "singleValue", "gauge", "bar", "pie", "table");

    private MetricWidgetRule() {}

    static void check(String path, JsonNode properties, Findings findings) {
        findings.requireText(path, properties, "region");
        findings.allowOnly(path, properties, "view", VIEWS);
        JsonNode stacked = properties.path("stacked");
        if (!stacked.isMissingNode() && !stacked.isBoolean()) {
            findings.add(path + "/stacked", "Should be true or false");
        }
        checkPeriod(path + "/period", properties.path("period"), findings);
        if (properties.path("view").asText("").equals("gauge")) {
            checkGauge(path, properties, findings);
        }
        checkMetrics(path, properties, findings);
    }

    private static void checkPeriod(String path, JsonNode period, Findings findings) {
        if (period.isMissingNode()) {
            return;
        }
        int seconds = period.isIntegralNumber() ? period.asInt() : 0;
        if (!SHORT_PERIODS.contains(seconds) && (seconds <= 0 || seconds % MINUTE != 0)) {
            findings.add(path, "Should be 1, 5, 10, 20, 30 or a multiple of 60 seconds");
        }
    }

    private static void checkGauge(String path, JsonNode properties, Findings findings) {
        JsonNode left = properties.path("yAxis").path("left");
        if (!left.path("min").isNumber() || !left.path("max").isNumber()) {
            findings.add(path + "/yAxis/left", "Should have min and max: a gauge needs both ends");
        }
    }

    private static void checkMetrics(String path, JsonNode properties, Findings findings) {
        JsonNode metrics = properties.path("metrics");
        if (metrics.isMissingNode()) {
            if (properties.path("annotations").path("alarms").isEmpty()) {
                findings.add(path, "Should have required property 'metrics'");
            }
            return;
        }
        if (!metrics.isArray() || metrics.size() > MAX_METRICS) {
            findings.add(path + "/metrics", "Should be a list of at most " + MAX_METRICS + " metrics");
            return;
        }
        for (int i = 0; i < metrics.size(); i++) {
            checkMetric(path + "/metrics/" + i, metrics.get(i), findings);
        }
    }

    /**
     * A metric is {@code [namespace, name, dimension, value, …, {options}]}, where {@code "."} repeats the entry above
     * and {@code "..."} all of it up to the last; or a search or an expression: {@code [{"expression": …}]}.
     */
    private static void checkMetric(String path, JsonNode metric, Findings findings) {
        if (!metric.isArray() || metric.isEmpty()) {
            findings.add(path, "Should be a list that is not empty");
            return;
        }
        JsonNode last = metric.get(metric.size() - 1);
        int names = last.isObject() ? metric.size() - 1 : metric.size();
        boolean repeats = false;
        for (int i = 0; i < names; i++) {
            repeats |= metric.get(i).asText("").equals("...");
            if (!metric.get(i).isTextual()) {
                findings.add(path + "/" + i, "Should be a text");
            }
        }
        if (names == 0 && !last.path("expression").isTextual()) {
            findings.add(path, "Should name a metric or have an expression");
        } else if (names % 2 != 0 && !repeats) {
            findings.add(path, "Should be namespace, name and pairs of dimension and value");
        }
    }
}
