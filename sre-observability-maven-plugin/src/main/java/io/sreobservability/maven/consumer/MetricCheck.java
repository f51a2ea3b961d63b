package io.sreobservability.maven.consumer;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.metrics.MetricReference;
import io.sreobservability.maven.metrics.MetricReference.MetricName;
import io.sreobservability.maven.source.Named;
import io.sreobservability.maven.vocabulary.Foreign;
import io.sreobservability.maven.vocabulary.Vocabulary;
import io.sreobservability.registry.contract.ContractMetric;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares a mention of a metric with what the contracts publish: namespace, name, dimensions, in this order. */
final class MetricCheck {
    private final Vocabulary vocabulary;
    private final Foreign foreign;
    private final Findings findings;

    MetricCheck(Vocabulary vocabulary, Foreign foreign, Findings findings) {
        this.vocabulary = vocabulary;
        this.foreign = foreign;
        this.findings = findings;
    }

    /** Whether the metric is left alone, because another publisher's namespace is named. */
    boolean isForeign(MetricReference reference) {
        return reference
                .namespace()
                .filter(name -> foreign.namespaces().contains(name.text()))
                .isPresent();
    }

    /** Whether somebody publishes in this namespace. */
    boolean isNamespace(String name) {
        return vocabulary.namespaces().contains(name) || foreign.namespaces().contains(name);
    }

    /** The dimensions of all metrics. */
    Set<String> dimensions() {
        return dimensions(vocabulary.metrics());
    }

    private static Set<String> dimensions(List<ContractMetric> metrics) {
        return metrics.stream()
                .flatMap(metric -> metric.dimensionSets().stream())
                .flatMap(List::stream)
                .collect(toCollection(TreeSet::new));
    }

    void check(MetricReference reference) {
        Optional<Named> namespace = reference.namespace();
        if (namespace.isPresent()) {
            String name = namespace.get().text();
            if (foreign.namespaces().contains(name)) {
                return;
            }
            if (!vocabulary.namespaces().contains(name)) {
                findings.addUnknown(
                        ProofCode.UNKNOWN_NAMESPACE, namespace.get().place(), name, vocabulary.namespaces(), name);
                return;
            }
        }
        reference
                .words()
                .forEach(word -> findings.add(
                        ProofCode.NOT_CHECKED,
                        word.place(),
                        "\"" + word.text() + "\" may be a part of any name or value; write MetricName=, Namespace= or a"
                                + " dimension before it"));
        List<ContractMetric> inNamespace = vocabulary.metrics().stream()
                .filter(metric -> namespace.isEmpty()
                        || metric.namespace().equals(namespace.get().text()))
                .toList();
        List<ContractMetric> named = inNamespace.stream()
                .filter(metric ->
                        reference.metric().isEmpty() || names(reference.metric().get(), metric.name()))
                .toList();
        if (named.isEmpty()) {
            Named metric = reference.metric().orElseThrow().name();
            findings.addUnknown(
                    ProofCode.UNKNOWN_METRIC, metric.place(), metric.text(), metricNames(inNamespace), metric.text());
        } else {
            dimensions(reference, named);
        }
    }

    /** Whether the name in a search finds the metric: exactly, or each of its words among the metric's words. */
    private static boolean names(MetricName wanted, String metric) {
        return wanted.exact()
                ? metric.equals(wanted.name().text())
                : words(metric).containsAll(words(wanted.name().text()));
    }

    /** CloudWatch cuts names into words at special characters and where a capital or a digit follows a small letter. */
    private static Set<String> words(String name) {
        return Stream.of(name.split("[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(toCollection(TreeSet::new));
    }

    private void dimensions(MetricReference reference, List<ContractMetric> metrics) {
        Set<String> known = dimensions(metrics);
        repeated(reference.dimensions().orElse(List.of()));
        List<Named> used = Stream.concat(
                        reference.dimensions().stream().flatMap(List::stream), reference.filters().stream())
                .toList();
        List<Named> unknown = used.stream()
                .filter(dimension -> !known.contains(dimension.text()))
                .toList();
        unknown.forEach(dimension -> findings.addUnknown(
                ProofCode.UNKNOWN_DIMENSION,
                dimension.place(),
                dimension.text(),
                known,
                describe(metrics),
                dimension.text()));
        if (unknown.isEmpty() && metrics.stream().noneMatch(metric -> publishes(metric, reference))) {
            findings.add(
                    ProofCode.UNPUBLISHED_DIMENSIONS,
                    reference.place(),
                    describe(metrics),
                    set(used.stream().map(Named::text).distinct().toList()),
                    sets(metrics));
        }
    }

    private void repeated(List<Named> dimensions) {
        Set<String> seen = new TreeSet<>();
        dimensions.stream()
                .filter(dimension -> !seen.add(dimension.text()))
                .forEach(dimension -> findings.add(
                        ProofCode.UNEXPECTED_SHAPE,
                        dimension.place(),
                        "each dimension once, found \"" + dimension.text() + "\" again"));
    }

    private static boolean publishes(ContractMetric metric, MetricReference reference) {
        Set<String> filters = texts(reference.filters());
        return metric.dimensionSets().stream()
                .filter(set -> reference.dimensions().isEmpty()
                        || Set.copyOf(set).equals(texts(reference.dimensions().get())))
                .anyMatch(set -> set.containsAll(filters));
    }

    private static Set<String> texts(Collection<Named> names) {
        return names.stream().map(Named::text).collect(toCollection(TreeSet::new));
    }

    private static Set<String> metricNames(List<ContractMetric> metrics) {
        return metrics.stream().map(ContractMetric::name).collect(toCollection(TreeSet::new));
    }

    private static String describe(List<ContractMetric> metrics) {
        Set<String> names = metricNames(metrics);
        return names.size() == 1 ? "the metric \"" + names.iterator().next() + "\"" : "no metric of the namespace";
    }

    private static String sets(List<ContractMetric> metrics) {
        return metrics.stream()
                .flatMap(metric -> metric.dimensionSets().stream())
                .map(MetricCheck::set)
                .distinct()
                .collect(joining(", "));
    }

    private static String set(List<String> names) {
        return "{" + String.join(", ", names) + "}";
    }
}
