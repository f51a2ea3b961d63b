package io.sreobservability.sreagent.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What CloudWatch would refuse in a dashboard body, found without calling it. Limits and names are those of the API
 * reference, "Dashboard Body Structure and Syntax"; overlapping widgets are allowed there and never meant.
 */
final class DashboardCheck {
    private static final int MOST_WIDGETS = 500;
    private static final int MOST_VARIABLES = 25;
    private static final int GRID_WIDTH = 24;
    private static final int MOST_HEIGHT = 1000;
    private static final Set<String> TYPES = Set.of("metric", "text", "log", "alarm", "explorer", "custom");
    private static final Set<String> METRIC_VIEWS = Set.of("timeSeries", "singleValue", "gauge", "bar", "pie", "table");
    private static final Set<String> LOG_VIEWS = Set.of("table", "timeSeries", "bar", "pie");

    private static final Set<Integer> SHORT_PERIODS = Set.of(1, 5, 10, 20, 30);

    private final List<String> problems = new ArrayList<>();

    private DashboardCheck() {}

    /** One line for each problem, with its place; empty for a body that CloudWatch takes. */
    static List<String> problems(JsonNode body) {
        DashboardCheck check = new DashboardCheck();
        check.body(body);
        return check.problems;
    }

    private void body(JsonNode body) {
        JsonNode widgets = body.path("widgets");
        if (!widgets.isArray()) {
            problems.add("/widgets: must be an array");
            return;
        }
        require(widgets.size() <= MOST_WIDGETS, "/widgets", "at most " + MOST_WIDGETS);
        require(body.path("variables").size() <= MOST_VARIABLES, "/variables", "at most " + MOST_VARIABLES);
        for (int i = 0; i < widgets.size(); i++) {
            widget(widgets.get(i), "/widgets/" + i);
            for (int j = 0; j < i; j++) {
                require(!overlap(widgets.get(j), widgets.get(i)), "/widgets/" + i, "overlaps /widgets/" + j);
            }
        }
    }

    private void widget(JsonNode widget, String at) {
        String type = widget.path("type").asText();
        JsonNode properties = widget.path("properties");
        require(TYPES.contains(type), at + "/type", "must be one of " + sorted(TYPES) + ", is \"" + type + "\"");
        require(properties.isObject(), at + "/properties", "must be an object");
        place(widget, at);
        switch (type) {
            case "metric" -> metric(properties, at + "/properties");
            case "log" -> log(properties, at + "/properties");
            case "text" -> require(hasText(properties, "markdown"), at + "/properties/markdown", "must be a text");
            default -> {} // alarm, explorer and custom widgets are CloudWatch's to judge
        }
    }

    private void place(JsonNode widget, String at) {
        require(widget.has("x") == widget.has("y"), at, "x and y must be given together");
        int width = widget.path("width").asInt(6);
        int height = widget.path("height").asInt(6);
        require(width >= 1 && width <= GRID_WIDTH, at + "/width", "must be 1 to " + GRID_WIDTH);
        require(height >= 1 && height <= MOST_HEIGHT, at + "/height", "must be 1 to " + MOST_HEIGHT);
        int x = widget.path("x").asInt(0);
        require(x >= 0 && x + width <= GRID_WIDTH, at + "/x", "the widget must end within " + GRID_WIDTH + " columns");
        require(widget.path("y").asInt(0) >= 0, at + "/y", "must not be negative");
    }

    private void metric(JsonNode properties, String at) {
        require(hasText(properties, "region"), at + "/region", "is required");
        boolean showsAlarm = !properties.path("annotations").path("alarms").isEmpty();
        require(
                showsAlarm || !properties.path("metrics").isEmpty(),
                at + "/metrics",
                "must name a metric or an expression");
        view(properties, METRIC_VIEWS, at);
        int period = properties.path("period").asInt(60);
        require(
                SHORT_PERIODS.contains(period) || (period > 0 && period % 60 == 0),
                at + "/period",
                "must be 1, 5, 10, 20, 30 or a multiple of 60");
    }

    private void log(JsonNode properties, String at) {
        require(hasText(properties, "region"), at + "/region", "is required");
        require(
                properties.path("query").asText().startsWith("SOURCE '"),
                at + "/query",
                "must begin with SOURCE 'log group'");
        view(properties, LOG_VIEWS, at);
    }

    private void view(JsonNode properties, Set<String> views, String at) {
        String view = properties.path("view").asText("table");
        require(views.contains(view), at + "/view", "must be one of " + sorted(views) + ", is \"" + view + "\"");
    }

    private static boolean hasText(JsonNode properties, String field) {
        return !properties.path(field).asText("").isBlank();
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        if (!one.has("x") || !other.has("x")) {
            return false; // CloudWatch places those itself
        }
        return start(one, "x") < end(other, "x", "width")
                && start(other, "x") < end(one, "x", "width")
                && start(one, "y") < end(other, "y", "height")
                && start(other, "y") < end(one, "y", "height");
    }

    private static int start(JsonNode widget, String axis) {
        return widget.path(axis).asInt();
    }

    private static int end(JsonNode widget, String axis, String length) {
        return start(widget, axis) + widget.path(length).asInt(6);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private void require(boolean met, String at, String rule) {
        if (!met) {
            problems.add(at + ": " + rule);
        }
    }
}
