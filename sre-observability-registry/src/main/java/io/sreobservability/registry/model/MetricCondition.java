package io.sreobservability.registry.model;

/** Which spans record a metric. */
public sealed interface MetricCondition {
    /** Every span. */
    record Always() implements MetricCondition {}

    /** Spans that failed. */
    record OnError() implements MetricCondition {}

    /**
     * Spans with this value.
     *
     * @param attribute a boolean attribute
     * @param equals the value that it must have
     */
    record WhenEquals(Attribute attribute, boolean equals) implements MetricCondition {}
}
