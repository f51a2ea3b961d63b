package io.sreobservability.maven.consumer;

import static java.util.stream.Collectors.toCollection;

import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.metrics.MetricExpressionParser;
import io.sreobservability.maven.metrics.MetricReference;
import io.sreobservability.maven.source.JsonValue.JsonObject;
import io.sreobservability.maven.source.JsonValue.JsonText;
import io.sreobservability.maven.source.Named;
import io.sreobservability.maven.source.UnreadableTextException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads a variable of a dashboard. One of the type {@code property} sets a dimension, or a property such as {@code region},
 * in all widgets; one of the type {@code pattern} replaces a text anywhere in them. Either may list its values by a search.
 */
final class VariableCheck {
    private final JsonShape shape;
    private final MetricCheck metrics;
    private final Findings findings;

    VariableCheck(JsonShape shape, MetricCheck metrics, Findings findings) {
        this.shape = shape;
        this.metrics = metrics;
        this.findings = findings;
    }

    void check(JsonObject variable) {
        List<MetricReference> found =
                shape.memberText(variable, "search").map(this::search).orElse(List.of());
        Set<String> dimensions = Stream.concat(
                        metrics.dimensions().stream(),
                        found.stream().filter(metrics::isForeign).flatMap(VariableCheck::dimensions))
                .collect(toCollection(TreeSet::new));
        shape.requiredText(variable, "type").ifPresent(type -> {
            switch (type.text()) {
                case "property" ->
                    shape.requiredText(variable, "property")
                            .filter(property -> !MetricWidgetMembers.has(property.text()))
                            .ifPresent(property -> dimension(property, dimensions));
                case "pattern" -> shape.requiredText(variable, "pattern").ifPresent(this::pattern);
                default -> findings.addShape(variable, "a variable of the type \"property\" or \"pattern\"");
            }
        });
        shape.memberText(variable, "populateFrom").ifPresent(from -> dimension(from, dimensions));
    }

    private static Stream<String> dimensions(MetricReference reference) {
        return reference.dimensions().stream().flatMap(List::stream).map(Named::text);
    }

    private List<MetricReference> search(JsonText search) {
        try {
            List<MetricReference> references = MetricExpressionParser.parseSearch(search.source());
            references.forEach(metrics::check);
            return references;
        } catch (UnreadableTextException e) {
            findings.addUnchecked(e);
            return List.of();
        }
    }

    private void dimension(JsonText name, Set<String> known) {
        if (!known.contains(name.text())) {
            findings.addUnknown(
                    ProofCode.UNKNOWN_DIMENSION,
                    name.place(),
                    name.text(),
                    known,
                    "what this variable can set",
                    name.text());
        }
    }

    /** A namespace that is replaced as a whole stays a namespace; what else a text is a part of is not known. */
    private void pattern(JsonText pattern) {
        if (!metrics.isNamespace(pattern.text())) {
            findings.add(
                    ProofCode.NOT_CHECKED,
                    pattern.place(),
                    "what the dashboard says once the variable has replaced \"" + pattern.text()
                            + "\"; only a whole namespace can be followed");
        }
    }
}
