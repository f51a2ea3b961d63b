package io.sreobservability.maven.vocabulary;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.sreobservability.registry.contract.AttributeSpec;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractMetric;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every name that some contracts emit. */
public final class Vocabulary {
    private final List<ContractMetric> metrics;
    private final SpanNames spans;
    private final Set<String> attributes;

    private Vocabulary(List<ContractMetric> metrics, SpanNames spans, Set<String> attributes) {
        this.metrics = metrics;
        this.spans = spans;
        this.attributes = attributes;
    }

    /** The names of all these contracts together. */
    public static Vocabulary of(List<Contract> contracts) {
        return new Vocabulary(
                contracts.stream()
                        .flatMap(contract -> contract.metrics().stream())
                        .distinct()
                        .toList(),
                SpanNames.of(contracts),
                contracts.stream().flatMap(Vocabulary::attributes).collect(toUnmodifiableSet()));
    }

    private static Stream<String> attributes(Contract contract) {
        return Stream.concat(contract.attributes().stream(), contract.externalAttributes().stream())
                .flatMap(Vocabulary::keys);
    }

    private static Stream<String> keys(AttributeSpec attribute) {
        return Stream.concat(Stream.of(attribute.key()), attribute.setAlso().stream());
    }

    /** The metrics; two contracts may describe the same one. */
    public List<ContractMetric> metrics() {
        return metrics;
    }

    /** The namespaces of the metrics, in alphabetical order. */
    public Set<String> namespaces() {
        Set<String> names = new TreeSet<>();
        metrics.forEach(metric -> names.add(metric.namespace()));
        return names;
    }

    /** The names of the spans. */
    public SpanNames spans() {
        return spans;
    }

    /** The keys of the attributes. */
    public Set<String> attributes() {
        return attributes;
    }
}
