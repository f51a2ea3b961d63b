package io.sreobservability.registry.model;

import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.SpanName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole standard. Consistent: every reference inside it has been resolved when it was read. Immutable.
 */
public final class Registry {
    private final Manifest manifest;
    private final Map<String, Attribute> attributes;
    private final List<SpanGroup> spans;
    private final List<Metric> metrics;

    /** A registry of these definitions; the reader has checked that they fit together. */
    public Registry(Manifest manifest, Collection<Attribute> attributes, List<SpanGroup> spans, List<Metric> metrics) {
        this.manifest = manifest;
        this.attributes = attributes.stream()
                .collect(Collectors.toMap(
                        Attribute::key,
                        Function.identity(),
                        (a, b) -> {
                            throw new IllegalArgumentException("Attribute " + a.key() + " is defined twice");
                        },
                        TreeMap::new));
        this.spans = List.copyOf(spans);
        this.metrics = List.copyOf(metrics);
    }

    /** What the registry says about itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** All attributes in the order of their keys. */
    public List<Attribute> attributes() {
        return List.copyOf(attributes.values());
    }

    /** The attribute of this key. */
    public Optional<Attribute> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    /** All kinds of spans in the order of the registry. */
    public List<SpanGroup> spans() {
        return spans;
    }

    /** The span families that annotations make, in the order of the registry. */
    public List<SpanFamily> families() {
        return spans.stream()
                .flatMap(span -> span instanceof SpanFamily family ? Stream.of(family) : Stream.empty())
                .toList();
    }

    /** The family of this name. */
    public Optional<SpanFamily> familyOf(SpanName name) {
        return families().stream()
                .filter(family -> family.match(name).isPresent())
                .findFirst();
    }

    /** The families of an annotation, in the order of the registry. */
    public List<SpanFamily> familiesOf(String annotation) {
        return families().stream()
                .filter(family -> family.annotation().equals(annotation))
                .toList();
    }

    /** All metrics in the order of the registry. */
    public List<Metric> metrics() {
        return metrics;
    }

    /** The metric of this CloudWatch name. */
    public Optional<Metric> metric(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }

    /** The key that was probably meant by an unknown one. */
    public Optional<String> nearestKey(String unknown) {
        return NearestName.of(unknown, attributes.keySet());
    }
}
