package io.sreobservability.registry.model;

import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.SpanName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole standard, with whatever other registries added to it. Consistent: every reference inside it has been resolved when it was read. Immutable.
 */
public final class Registry {
    private final Manifest manifest;
    private final Map<String, Attribute> attributes;
    private final List<SpanGroup> spans;
    private final List<Metric> metrics;
    private final List<Layer> layers;

    /**
     * A registry of these definitions; the reader has checked that they fit together.
     *
     * @param layers who defined or changed what, the standard first; together they hold all definitions
     */
    public Registry(
            Manifest manifest,
            Collection<Attribute> attributes,
            List<SpanGroup> spans,
            List<Metric> metrics,
            List<Layer> layers) {
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
        this.layers = List.copyOf(layers);
    }

    /** What the standard says about itself; the other registries are in {@link #layers()}. */
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

    /** The registries that this one is composed of: the standard, then the others, each after those it builds on. */
    public List<Layer> layers() {
        return layers;
    }

    /** The last registry that defined the attribute or tightened its handling. */
    public Origin originOf(Attribute attribute) {
        return last(layer -> layer.attributes().stream().anyMatch(it -> it.key().equals(attribute.key())));
    }

    /** The last registry that defined the family or added to it. */
    public Origin originOf(SpanFamily family) {
        return last(layer -> layer.families().stream().anyMatch(it -> it.id().equals(family.id())));
    }

    /** The registry that defined the metric. */
    public Origin originOf(Metric metric) {
        return last(layer -> layer.metrics().stream().anyMatch(it -> it.id().equals(metric.id())));
    }

    private Origin last(Predicate<Layer> concerned) {
        return layers.stream()
                .filter(concerned)
                .reduce((first, second) -> second)
                .map(Layer::origin)
                .orElseThrow(() -> new IllegalArgumentException("Not of this registry"));
    }

    /** The key that was probably meant by an unknown one. */
    public Optional<String> nearestKey(String unknown) {
        return NearestName.of(unknown, attributes.keySet());
    }
}
