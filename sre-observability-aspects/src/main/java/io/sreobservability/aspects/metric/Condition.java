package io.sreobservability.aspects.metric;

import io.sreobservability.aspects.attribute.AttributeDefinition;

/** For which spans a metric is recorded. */
public sealed interface Condition {
    /** Every span, failed or not. */
    record Always() implements Condition {}

    /** Only spans that failed, by an exception or by value. */
    record OnError() implements Condition {}

    /**
     * Only spans on which a yes/no attribute has one value.
     *
     * @param attribute the attribute that decides
     * @param expected the value it must have; an absent attribute never matches
     */
    record WhenAttribute(AttributeDefinition<Boolean> attribute, boolean expected) implements Condition {}
}
