package io.sreobservability.aspects.metric;

import io.opentelemetry.api.common.AttributeKey;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.attribute.Sensitivity;

/**
 * One dimension of a metric (CloudWatch's word for what OpenTelemetry calls an attribute of a data point).
 *
 * @param key the dimension's name, as the key of the data point's attribute
 * @param source where the value comes from when a span ends
 */
public record Dimension(AttributeKey<String> key, Source source) {
    /** The value of a dimension whose source is not there. */
    public static final String UNKNOWN = "unknown";

    /** The dimension's name, for example {@code ToolName}. */
    public String name() {
        return key.getKey();
    }

    /** Whether the value names a person, session or place. */
    public boolean isIdentifier() {
        return source instanceof FromAttribute from && from.attribute().sensitivity() == Sensitivity.IDENTIFIER;
    }

    /** Where a dimension's value comes from. */
    public sealed interface Source {}

    /** An attribute set on the span itself or inherited from a span above. */
    public record FromAttribute(AttributeDefinition<String> attribute) implements Source {}

    /** An attribute that holds a comma-separated list; each of its members becomes a record of its own. */
    public record FromList(AttributeDefinition<String> attribute) implements Source {}

    /** The kind of component the span belongs to: agent, tool or memory. */
    public record FromComponent() implements Source {}

    /** The name of the component the span belongs to, for example the tool's name. */
    public record FromComponentName() implements Source {}
}
