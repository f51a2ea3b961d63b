package io.sreobservability.local.wire.aws.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules for a dashboard as a whole and for the place of its widgets in the grid, which is 24 columns wide. */
final class DashboardValidator {
    private static final int MAX_WIDGETS = 500;
    private static final int MAX_VARIABLES = 25;
    private static final int COLUMNS = 24;
    private static final int DEFAULT_WIDTH = 6;
    private static final int MAX_HEIGHT = 1_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** How each type of widget is checked. */
    private static final Map<String, WidgetRule> TYPES = new TreeMap<>(Map.of(
            "metric", MetricWidgetRule::check,
            "log", WidgetRules::log,
            "text", WidgetRules::text,
            "alarm", WidgetRules::alarm,
            "custom", WidgetRules::custom,
            "explorer", (path, properties, findings) -> findings.allowList(path, properties, "metrics", MAX_WIDGETS)));

    private DashboardValidator() {}

    /** What is wrong with {@code body}. */
    static Findings validate(String body) {
        Findings findings = new Findings();
        try {
            JsonNode dashboard = JSON.readTree(body);
            if (dashboard.isObject()) {
                check(dashboard, findings);
            } else {
                findings.add("", "The field DashboardBody must be a JSON object");
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String place = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            findings.add("", "The field DashboardBody must be valid JSON" + place);
        }
        return findings;
    }

    private static void check(JsonNode dashboard, Findings findings) {
        findings.expectMembers("", dashboard, Set.of("widgets", "variables", "start", "end", "periodOverride"));
        findings.allowOnly("", dashboard, "periodOverride", List.of("auto", "inherit"));
        findings.allowList("", dashboard, "variables", MAX_VARIABLES);
        JsonNode widgets = dashboard.path("widgets");
        if (!widgets.isArray() || widgets.size() > MAX_WIDGETS) {
            findings.add("/widgets", "Should be a list of at most " + MAX_WIDGETS + " widgets");
            return;
        }
        for (int i = 0; i < widgets.size(); i++) {
            checkWidget("/widgets/" + i, widgets.get(i), findings);
        }
    }

    private static void checkWidget(String path, JsonNode widget, Findings findings) {
        if (!widget.isObject()) {
            findings.add(path, "Should be an object");
            return;
        }
        findings.expectMembers(path, widget, Set.of("type", "x", "y", "width", "height", "properties"));
        checkPlace(path, widget, findings);
        JsonNode type = widget.path("type");
        WidgetRule rule = type.isTextual() ? TYPES.get(type.textValue()) : null;
        if (rule == null) {
            findings.add(path + "/type", "Should be one of " + String.join(", ", TYPES.keySet()));
        }
        JsonNode properties = widget.path("properties");
        if (!properties.isObject()) {
            findings.add(path + "/properties", "Should be an object");
        } else if (rule != null) {
            rule.check(path + "/properties", properties, findings);
        }
    }

    private static void checkPlace(String path, JsonNode widget, Findings findings) {
        findings.allowWhole(path, widget, "x", 0, COLUMNS - 1);
        findings.allowWhole(path, widget, "y", 0, Integer.MAX_VALUE);
        findings.allowWhole(path, widget, "width", 1, COLUMNS);
        findings.allowWhole(path, widget, "height", 1, MAX_HEIGHT);
        if (widget.has("x") != widget.has("y")) {
            findings.add(path, "Should have both x and y, or neither");
        }
        int x = widget.path("x").asInt(0);
        int width = widget.path("width").asInt(DEFAULT_WIDTH);
        if (x < COLUMNS && width <= COLUMNS && x + width > COLUMNS) {
            findings.add(
                    path, "Should end within the " + COLUMNS + " columns of the grid; x + width is " + (x + width));
        }
    }

    /** The rule for the {@code properties} of one type of widget. */
    @FunctionalInterface
    private interface WidgetRule {
        void check(String path, JsonNode properties, Findings findings);
    }
}
