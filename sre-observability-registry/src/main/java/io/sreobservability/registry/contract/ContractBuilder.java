package io.sreobservability.registry.contract;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.ExternalSpan;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.model.SpanGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the contract of a module: its annotated methods, completed by what the registry says of all they name. */
public final class ContractBuilder {
    private final Registry registry;
    private final List<ContractPoint> points = new ArrayList<>();
    private final Map<String, Optional<Set<String>>> names = new TreeMap<>();

    /** A builder without points. */
    public ContractBuilder(Registry registry) {
        this.registry = registry;
    }

    /**
     * Adds an annotated method.
     *
     * @param point the method; its span, attributes and metrics must be of the registry
     * @param fullNames every name that its span can have; empty if that is not known at compile time
     */
    public ContractBuilder add(ContractPoint point, Collection<String> fullNames) {
        points.add(point);
        Optional<Set<String>> known = fullNames.isEmpty() ? Optional.empty() : Optional.of(new TreeSet<>(fullNames));
        names.merge(point.span(), known, ContractBuilder::union);
        return this;
    }

    /** Two methods may fill the same placeholder from two enums; one that takes any word makes all names unknown. */
    private static Optional<Set<String>> union(Optional<Set<String>> some, Optional<Set<String>> others) {
        return some.flatMap(left -> others.map(right -> {
            Set<String> all = new TreeSet<>(left);
            all.addAll(right);
            return all;
        }));
    }

    /** The contract of the methods so far. */
    public Contract build() {
        List<ContractSpan> spans = points.stream()
                .collect(Collectors.groupingBy(ContractPoint::span, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::span)
                .toList();
        Map<String, AttributeSpec> attributes =
                specs(spans.stream().flatMap(span -> span.attributes().stream()).map(ContractAttributeUse::key));
        List<ExternalSpan> external = registry.spans().stream()
                .flatMap(span -> span instanceof ExternalSpan library ? Stream.of(library) : Stream.empty())
                .toList();
        return new Contract(
                Contract.VERSION,
                registry.layers().stream()
                        .map(layer -> layer.origin().schemaUrl())
                        .toList(),
                points,
                spans,
                List.copyOf(attributes.values()),
                metrics(),
                external.stream().map(ExternalSpanSpec::of).toList(),
                List.copyOf(specs(external.stream()
                                .flatMap(span -> span.attributes().stream())
                                .map(use -> use.attribute().key())
                                .filter(key -> !attributes.containsKey(key)))
                        .values()));
    }

    private ContractSpan span(List<ContractPoint> same) {
        ContractPoint any = same.get(0);
        SpanFamily family = registry.families().stream()
                .filter(candidate -> candidate.id().equals(any.family()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no span family " + any.family()));
        return new ContractSpan(
                any.span(),
                any.family(),
                any.annotation(),
                family.kind().name().toLowerCase(Locale.ROOT),
                family.documentation().stability().name().toLowerCase(Locale.ROOT),
                family.documentation().brief(),
                names.getOrDefault(any.span(), Optional.empty()).stream()
                        .flatMap(Set::stream)
                        .toList(),
                uses(family, same),
                same.stream()
                        .flatMap(point -> point.metrics().stream())
                        .distinct()
                        .toList());
    }

    /** What one of the methods sets and what the span inherits: only that can be found on it. */
    private static List<ContractAttributeUse> uses(SpanGroup family, List<ContractPoint> same) {
        Set<String> keys = same.stream()
                .flatMap(point -> point.attributes().stream())
                .map(ContractAttribute::key)
                .collect(Collectors.toCollection(TreeSet::new));
        family.attributes().stream()
                .map(AttributeUse::attribute)
                .filter(attribute -> attribute.traits().inherited())
                .forEach(attribute -> {
                    keys.add(attribute.key());
                    keys.addAll(attribute.traits().setAlso());
                });
        return keys.stream()
                .map(key -> family.use(key)
                        .map(ContractAttributeUse::of)
                        .orElseGet(() -> new ContractAttributeUse(key, "recommended", "")))
                .toList();
    }

    private Map<String, AttributeSpec> specs(Stream<String> keys) {
        Map<String, AttributeSpec> specs = new LinkedHashMap<>();
        keys.distinct().forEach(key -> specs.put(key, AttributeSpec.of(attribute(key))));
        return specs;
    }

    private Attribute attribute(String key) {
        return registry.attribute(key).orElseThrow(() -> new IllegalArgumentException("no attribute " + key));
    }

    private List<ContractMetric> metrics() {
        return points.stream()
                .flatMap(point -> point.metrics().stream())
                .distinct()
                .map(name -> registry.metric(name)
                        .map(ContractMetric::of)
                        .orElseThrow(() -> new IllegalArgumentException("no metric " + name)))
                .toList();
    }
}
