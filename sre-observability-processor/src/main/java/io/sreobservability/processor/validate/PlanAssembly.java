package io.sreobservability.processor.validate;

import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.plan.NameValues;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.processor.plan.SpanPlan.ErrorCondition;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeTraits.Automatic;
import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.MetricCondition.WhenEquals;
import io.sreobservability.registry.model.MetricDimension.OfAttribute;
import io.sreobservability.registry.model.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds to a checked method what the library does by itself. */
final class PlanAssembly {
    private final Registry registry;
    private final TypeInspector types;

    PlanAssembly(Registry registry, TypeInspector types) {
        this.registry = registry;
        this.types = types;
    }

    SpanPlan plan(
            AnnotatedMethod method,
            NamedSpan named,
            List<SpanPlan.NamePart> parts,
            List<PlannedValue> given,
            Optional<ErrorCondition> error) {
        List<PlannedValue> values =
                new ArrayList<>(NameValues.of(registry, named.family().setBy(named.name()), named.words()));
        values.addAll(given);
        values.addAll(copies(values));
        boolean asynchronous = types.completed(method.element().getReturnType()).isPresent();
        values.addAll(automatic(named, error, asynchronous));
        return new SpanPlan(
                method.owner(),
                method.element(),
                asynchronous,
                named.family(),
                named.name().toString(),
                named.family().componentName().fill(named.words()),
                parts,
                values,
                error,
                metrics(named, values));
    }

    private List<PlannedValue> copies(List<PlannedValue> values) {
        return values.stream()
                .map(PlannedValue::attribute)
                .flatMap(attribute -> attribute.traits().setAlso().stream()
                        .flatMap(key -> registry.attribute(key).stream())
                        .<PlannedValue>map(copy -> new PlannedValue.Automatic(copy, "same as " + attribute.key())))
                .toList();
    }

    /** Only an asynchronous result can be cancelled: whoever waits for the attribute elsewhere would wait for ever. */
    private static List<PlannedValue> automatic(NamedSpan named, Optional<ErrorCondition> error, boolean asynchronous) {
        return named.family().attributes().stream()
                .map(AttributeUse::attribute)
                .flatMap(attribute -> attribute.traits().automatic().stream()
                        .filter(automatic -> automatic != Automatic.CANCELLATION || asynchronous)
                        .<PlannedValue>map(automatic -> new PlannedValue.Automatic(
                                attribute,
                                switch (automatic) {
                                    case START_TIME -> "start of the span";
                                    case FAILURE -> error.isPresent() ? "exception or result" : "exception";
                                    case CANCELLATION -> "cancellation of the result";
                                })))
                .toList();
    }

    /**
     * The metrics that an execution may record. One that hangs on an attribute which this method never sets is left
     * out: whoever relies on the contract must not wait for it.
     */
    private List<Metric> metrics(NamedSpan named, List<PlannedValue> values) {
        Set<String> keys = values.stream().map(value -> value.attribute().key()).collect(Collectors.toSet());
        return registry.metrics().stream()
                .filter(metric -> metric.appliesTo(named.family(), named.name().toString()))
                .filter(metric -> needed(metric).map(Attribute::key).allMatch(keys::contains))
                .toList();
    }

    private static Stream<Attribute> needed(Metric metric) {
        Stream<Attribute> lists = metric.dimensions().stream()
                .flatMap(dimension -> dimension instanceof OfAttribute source && source.split()
                        ? Stream.of(source.attribute())
                        : Stream.empty());
        return metric.condition() instanceof WhenEquals when
                ? Stream.concat(lists, Stream.of(when.attribute()))
                : lists;
    }
}
