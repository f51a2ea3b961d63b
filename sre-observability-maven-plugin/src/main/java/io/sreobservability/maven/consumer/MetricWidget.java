package io.sreobservability.maven.consumer;

import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.metrics.MetricExpression;
import io.sreobservability.maven.metrics.MetricExpressionParser;
import io.sreobservability.maven.metrics.MetricReference;
import io.sreobservability.maven.metrics.MetricReference.MetricName;
import io.sreobservability.maven.source.JsonValue;
import io.sreobservability.maven.source.JsonValue.JsonArray;
import io.sreobservability.maven.source.JsonValue.JsonObject;
import io.sreobservability.maven.source.JsonValue.JsonText;
import io.sreobservability.maven.source.Named;
import io.sreobservability.maven.source.Place;
import io.sreobservability.maven.source.UnreadableTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the {@code metrics} of one widget. Each is {@code [namespace, name, dimension, value, …, {options}]}, where
 * {@code "."} repeats what stands above it and {@code "..."} all that stands above up to the values that follow; or
 * {@code [{"expression": …}]}.
 */
final class MetricWidget {
    private final JsonShape shape;
    private final MetricCheck metrics;
    private final Findings findings;
    private final Set<String> ids = new TreeSet<>();
    private final List<MetricExpression> expressions = new ArrayList<>();
    private List<String> above = List.of();

    MetricWidget(JsonShape shape, MetricCheck metrics, Findings findings) {
        this.shape = shape;
        this.metrics = metrics;
        this.findings = findings;
    }

    void check(JsonObject properties) {
        MetricWidgetMembers.checkProperties(properties, findings);
        List<JsonValue> listed = shape.memberItems(properties, "metrics");
        if (listed.isEmpty() && !showsAlarms(properties)) {
            findings.addShape(properties, "a metric widget with a list of \"metrics\" that is not empty");
        }
        for (JsonValue metric : listed) {
            if (metric instanceof JsonArray array && !array.items().isEmpty()) {
                metric(array);
            } else {
                findings.addShape(metric, "a metric: a list that is not empty");
            }
        }
        // An expression may use a metric that stands below it.
        expressions.forEach(this::ids);
    }

    /** The graph of an alarm names the alarm instead of its metric. */
    private boolean showsAlarms(JsonObject properties) {
        return properties
                .member("annotations")
                .flatMap(value -> shape.object(value, "the annotations of a widget"))
                .filter(annotations -> !shape.memberItems(annotations, "alarms").isEmpty())
                .isPresent();
    }

    private void metric(JsonArray array) {
        List<JsonValue> items = new ArrayList<>(array.items());
        Optional<JsonObject> options = Optional.empty();
        if (items.get(items.size() - 1) instanceof JsonObject last) {
            options = Optional.of(last);
            items.remove(items.size() - 1);
        }
        options.ifPresent(found -> MetricWidgetMembers.checkOptions(found, findings));
        options.flatMap(found -> shape.memberText(found, "id")).ifPresent(this::id);
        Optional<JsonText> expression = options.flatMap(found -> shape.memberText(found, "expression"));
        if (items.isEmpty() && expression.isEmpty()) {
            findings.addShape(array, "a metric: namespace, name, dimensions; or an \"expression\"");
        }
        expression.ifPresent(this::expression);
        if (!items.isEmpty()) {
            named(array.place(), items);
        }
    }

    private void id(JsonText id) {
        if (!ids.add(id.text())) {
            findings.add(
                    ProofCode.UNEXPECTED_SHAPE,
                    id.place(),
                    "an id that no other metric of the widget has, found \"" + id.text() + "\" again");
        }
    }

    private void named(Place place, List<JsonValue> items) {
        List<Named> names = new ArrayList<>();
        for (JsonValue item : items) {
            Optional<JsonText> text = shape.text(item, "a text");
            if (text.isEmpty() || !add(names, text.get(), items.size())) {
                return;
            }
        }
        if (names.size() < 2 || names.size() % 2 != 0) {
            findings.add(
                    ProofCode.UNEXPECTED_SHAPE,
                    place,
                    "namespace, name and pairs of dimension and value, found " + names.size() + " texts");
            return;
        }
        above = names.stream().map(Named::text).toList();
        List<Named> dimensions = new ArrayList<>();
        for (int i = 2; i < names.size(); i += 2) {
            dimensions.add(names.get(i));
        }
        metrics.check(new MetricReference(
                place,
                Optional.of(names.get(0)),
                Optional.of(new MetricName(names.get(1), true)),
                Optional.of(dimensions),
                List.of(),
                List.of()));
    }

    /** Adds a name, or what a shorthand stands for. */
    private boolean add(List<Named> names, JsonText item, int written) {
        int repeated = switch (item.text()) {
            case "." -> 1;
            case "..." -> above.size() - written + 1;
            default -> 0;
        };
        if (repeated == 0 && !item.text().equals("...")) {
            names.add(item.named());
            return true;
        }
        if (repeated < 0 || names.size() + repeated > above.size()) {
            findings.add(
                    ProofCode.UNEXPECTED_SHAPE,
                    item.place(),
                    "a metric above that \"" + item.text() + "\" can repeat, found none so long");
            return false;
        }
        for (int i = 0; i < repeated; i++) {
            names.add(new Named(above.get(names.size()), item.place()));
        }
        return true;
    }

    private void expression(JsonText text) {
        try {
            MetricExpression expression = MetricExpressionParser.parse(text.source());
            expression.metrics().forEach(metrics::check);
            expressions.add(expression);
        } catch (UnreadableTextException e) {
            findings.addUnchecked(e);
        }
    }

    private void ids(MetricExpression expression) {
        for (Named id : expression.ids()) {
            if (!ids.contains(id.text())) {
                findings.addUnknown(ProofCode.UNKNOWN_ID, id.place(), id.text(), ids, id.text());
            }
        }
        for (Named part : expression.idParts()) {
            if (ids.stream().noneMatch(id -> id.contains(part.text()))) {
                findings.addUnknown(ProofCode.UNKNOWN_ID, part.place(), part.text(), ids, part.text());
            }
        }
    }
}
