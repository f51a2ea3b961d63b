package io.sreobservability.aspects.engine;

import io.opentelemetry.context.Context;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import org.jspecify.annotations.Nullable;

/** One piece of finished work, as metrics see it. */
interface MetricSource {
    /** The value of an attribute, its own or inherited, or {@code null}. */
    @Nullable
    Object attribute(AttributeDefinition<?> definition);

    /** Agent, tool or memory; empty if the work belongs to no component. */
    String component();

    /** The component's name, for example the tool's. */
    String componentName();

    boolean failed();

    long durationNanos();

    /** Holds the span, so that the SDK can keep its ids beside a value (an exemplar). */
    Context context();
}
