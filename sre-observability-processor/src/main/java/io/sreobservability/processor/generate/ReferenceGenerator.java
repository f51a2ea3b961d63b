package io.sreobservability.processor.generate;

import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractMetric;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.SpanFamily;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code span-attributes.md}: what a module emits, for the people who search for it. */
public final class ReferenceGenerator {
    private final Registry registry;

    /** Pages that explain with the words of this registry. */
    public ReferenceGenerator(Registry registry) {
        this.registry = registry;
    }

    /** The page of a contract. */
    public String generate(Contract contract) {
        StringBuilder page = new StringBuilder("# Spans, attributes and metrics of this module\n\n"
                + "Generated from the annotations and the registry, version "
                + registry.manifest().version() + ". Do not edit.\n\n## Spans\n");
        Map<String, List<ContractPoint>> spans = contract.points().stream()
                .collect(Collectors.groupingBy(ContractPoint::span, TreeMap::new, Collectors.toList()));
        spans.forEach((name, points) -> span(page, name, points));
        attributes(page, contract);
        metrics(page, contract);
        return page.toString();
    }

    private void span(StringBuilder page, String name, List<ContractPoint> points) {
        page.append("\n### `").append(name).append("`\n\n");
        registry.families().stream()
                .filter(family -> family.id().equals(points.get(0).family()))
                .findFirst()
                .ifPresent(family -> page.append(family.documentation().brief())
                        .append(" Kind: ")
                        .append(family.kind().name().toLowerCase(Locale.ROOT))
                        .append(".\n\n"));
        for (ContractPoint point : points) {
            page.append("From `")
                    .append(point.className())
                    .append('.')
                    .append(point.method())
                    .append(point.descriptor())
                    .append("`:\n\n| attribute | value from |\n| --- | --- |\n");
            for (ContractAttribute attribute : point.attributes()) {
                row(page, "`" + attribute.key() + "`", attribute.source());
            }
            page.append('\n');
        }
        String metrics = points.stream()
                .flatMap(point -> point.metrics().stream())
                .distinct()
                .sorted()
                .map(metric -> "`" + metric + "`")
                .collect(Collectors.joining(", "));
        page.append("Metrics: ").append(metrics.isEmpty() ? "none" : metrics).append(".\n");
    }

    private void attributes(StringBuilder page, Contract contract) {
        TreeSet<Attribute> used = new TreeSet<>(Comparator.comparing(Attribute::key));
        contract.points()
                .forEach(point -> point.attributes()
                        .forEach(
                                attribute -> registry.attribute(attribute.key()).ifPresent(used::add)));
        for (SpanFamily family : registry.families()) {
            family.attributes().stream()
                    .filter(use -> use.attribute().traits().inherited())
                    .forEach(use -> used.add(use.attribute()));
        }
        page.append("""

                ## Attributes

                Inherited ones pass from a span to the spans below it.

                | key | type | sensitivity | cardinality | longest | inherited | meaning |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (Attribute attribute : used) {
            row(
                    page,
                    "`" + attribute.key() + "`",
                    attribute.traits().json() ? "JSON" : attribute.type().label(),
                    attribute.traits().sensitivity().name().toLowerCase(Locale.ROOT),
                    attribute.traits().cardinality().name().toLowerCase(Locale.ROOT),
                    attribute.traits().maxLength().isPresent()
                            ? String.valueOf(attribute.traits().maxLength().getAsInt())
                            : "",
                    attribute.traits().inherited() ? "yes" : "",
                    attribute.documentation().brief());
        }
    }

    private void metrics(StringBuilder page, Contract contract) {
        page.append("""

                ## Metrics

                | metric | namespace | unit | dimensions | meaning |
                | --- | --- | --- | --- | --- |
                """);
        for (ContractMetric metric : contract.metrics()) {
            row(
                    page,
                    "`" + metric.name() + "`",
                    metric.namespace(),
                    metric.unit(),
                    metric.dimensionSets().stream()
                            .map(set -> String.join(", ", set))
                            .collect(Collectors.joining("; ")),
                    registry.metric(metric.name())
                            .map(Metric::documentation)
                            .map(documentation -> documentation.brief())
                            .orElse(""));
        }
    }

    private static void row(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        page.append("|\n");
    }
}
