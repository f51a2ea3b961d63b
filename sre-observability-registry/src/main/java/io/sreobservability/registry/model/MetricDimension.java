package io.sreobservability.registry.model;

/** A dimension of a metric and where its value comes from. */
public sealed interface MetricDimension {
    /** The dimension's name in CloudWatch. */
    String name();

    /**
     * The value of an attribute of the span.
     *
     * @param name the dimension's name
     * @param attribute a text attribute
     * @param split whether the value is a list separated by commas, each item counted by itself
     */
    record OfAttribute(String name, Attribute attribute, boolean split) implements MetricDimension {}

    /**
     * The family's component: agent, tool or memory.
     *
     * @param name the dimension's name
     */
    record OfComponent(String name) implements MetricDimension {}

    /**
     * The component's name.
     *
     * @param name the dimension's name
     */
    record OfComponentName(String name) implements MetricDimension {}
}
