package io.sreobservability.maven.consumer;

import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.source.JsonValue;
import io.sreobservability.maven.source.JsonValue.JsonObject;
import io.sreobservability.maven.source.JsonValue.JsonText;
import io.sreobservability.maven.source.Named;
import java.util.List;
import java.util.Set;

/** Walks over a dashboard: its widgets and its variables. Source: "Dashboard body structure and syntax" of CloudWatch's API. */
final class DashboardCheck {
    /** Widgets that name no metric and no span: text, alarms by ARN, a function's own output. */
    private static final Set<String> WITHOUT_NAMES = Set.of("text", "alarm", "custom");

    private static final Set<String> NAMING = Set.of("metric", "log", "explorer");

    private final JsonShape shape;
    private final MetricCheck metrics;
    private final LogsCheck logs;
    private final Findings findings;

    DashboardCheck(MetricCheck metrics, LogsCheck logs, Findings findings) {
        this.shape = new JsonShape(findings);
        this.metrics = metrics;
        this.logs = logs;
        this.findings = findings;
    }

    void check(JsonValue document) {
        shape.object(document, "a dashboard: an object with \"widgets\"").ifPresent(dashboard -> {
            if (dashboard.member("widgets").isEmpty()) {
                findings.addShape(dashboard, "a dashboard: an object with \"widgets\"");
            }
            shape.memberItems(dashboard, "widgets").forEach(this::widget);
            shape.memberItems(dashboard, "variables").forEach(this::variable);
        });
    }

    private void widget(JsonValue value) {
        shape.object(value, "a widget")
                .ifPresent(widget -> shape.requiredText(widget, "type").ifPresent(type -> widget(widget, type)));
    }

    private void widget(JsonObject widget, JsonText type) {
        if (WITHOUT_NAMES.contains(type.text())) {
            return;
        }
        if (!NAMING.contains(type.text())) {
            findings.add(ProofCode.NOT_CHECKED, type.place(), "widgets of the type \"" + type.text() + "\"");
            return;
        }
        if (widget.member("properties").isEmpty()) {
            findings.addShape(widget, "an object with \"properties\"");
        }
        widget.member("properties")
                .flatMap(value -> shape.object(value, "the properties of a widget"))
                .ifPresent(properties -> {
                    switch (type.text()) {
                        case "metric" -> new MetricWidget(shape, metrics, findings).check(properties);
                        case "explorer" -> explorer(properties);
                        default -> log(properties);
                    }
                });
    }

    private void log(JsonObject properties) {
        List<Named> groups = shape.memberItems(properties, "logGroupNames").stream()
                .flatMap(item -> shape.text(item, "the name of a log group").stream())
                .map(JsonText::named)
                .toList();
        if (QueryLanguage.isKnown(properties, shape, findings)) {
            shape.requiredText(properties, "query").ifPresent(query -> logs.check(query.source(), groups));
        }
    }

    /** An explorer looks for metrics of AWS resources by their tags; in which namespace each is found it does not say. */
    private void explorer(JsonObject properties) {
        for (JsonValue value : shape.memberItems(properties, "metrics")) {
            shape.object(value, "a metric: an object with \"metricName\"")
                    .flatMap(metric -> shape.requiredText(metric, "metricName"))
                    .ifPresent(name -> findings.add(
                            ProofCode.NOT_CHECKED,
                            name.place(),
                            "in which namespace an explorer finds the metric \"" + name.text()
                                    + "\"; use a metric widget"));
        }
    }

    private void variable(JsonValue value) {
        shape.object(value, "a variable").ifPresent(new VariableCheck(shape, metrics, findings)::check);
    }
}
