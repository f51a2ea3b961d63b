package io.sreobservability.processor.plan;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.SpanFamily;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * One method that becomes a span.
 *
 * @param owner the class that declares it
 * @param method the method
 * @param asynchronous whether the span ends when the returned stage completes; values of the result are then those of the
 *     completed value
 * @param family the family of its name
 * @param name the span name; open placeholders in braces
 * @param componentName the component's name; open placeholders in braces
 * @param nameParts the values of the open placeholders
 * @param values the attributes, in the order in which they are set
 * @param error when the result means failure
 * @param metrics what an execution may record
 */
public record SpanPlan(
        TypeElement owner,
        ExecutableElement method,
        boolean asynchronous,
        SpanFamily family,
        String name,
        String componentName,
        List<NamePart> nameParts,
        List<PlannedValue> values,
        Optional<ErrorCondition> error,
        List<Metric> metrics) {

    /**
     * The value of an open placeholder.
     *
     * @param placeholder the placeholder
     * @param parameter the parameter's number, from 0
     * @param access the way to the word
     */
    public record NamePart(String placeholder, int parameter, Access access) {}

    /**
     * When a result means failure.
     *
     * @param condition the way to a boolean
     * @param type the way to the error type
     */
    public record ErrorCondition(Access condition, Optional<Access> type) {}

    /** Copies the lists. */
    public SpanPlan {
        nameParts = List.copyOf(nameParts);
        values = List.copyOf(values);
        metrics = List.copyOf(metrics);
    }

    /** The values of one kind, in order. */
    public <V extends PlannedValue> Stream<V> values(Class<V> kind) {
        return values.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Whether generated code looks at the result. */
    public boolean usesResult() {
        return error.isPresent()
                || values(PlannedValue.FromResult.class).findAny().isPresent();
    }

    /** What the family requires and this method does not set: it must come from above, which only the run time can tell. */
    public List<Attribute> inheritedRequirements() {
        return inheritedRequirements(family, values);
    }

    /** What the family requires, and these values do not set for certain, although a span above may. */
    public static List<Attribute> inheritedRequirements(SpanFamily family, List<PlannedValue> values) {
        return family.attributes().stream()
                .filter(use -> use.requirement().level() == AttributeUse.Level.REQUIRED)
                .map(AttributeUse::attribute)
                .filter(attribute -> attribute.traits().inherited())
                .filter(attribute -> values.stream().noneMatch(value -> isCertain(value, attribute)))
                .toList();
    }

    /** A parameter may be null. */
    private static boolean isCertain(PlannedValue value, Attribute attribute) {
        return value.attribute().key().equals(attribute.key()) && !(value instanceof PlannedValue.FromParameter);
    }

    /** The erased type of the result that generated code looks at; empty if it looks at none. */
    public Optional<TypeMirror> resultType() {
        return Stream.concat(
                        values(PlannedValue.FromResult.class)
                                .map(value -> value.access().start()),
                        error.stream().map(found -> found.condition().start()))
                .findFirst();
    }

    /** The numbers of the parameters that generated code looks at, ascending and without repetition. */
    public List<Integer> usedParameters() {
        return Stream.concat(
                        nameParts.stream().map(NamePart::parameter),
                        values(PlannedValue.FromParameter.class).map(PlannedValue.FromParameter::parameter))
                .distinct()
                .sorted()
                .toList();
    }
}
