package io.sreobservability.aspects.engine;

import io.sreobservability.aspects.attribute.AttributeDefinition;
import org.jspecify.annotations.Nullable;

/** The values of {@code error.type}, which is low in cardinality: a class name or an error code, never a message. */
final class ErrorTypes {
    /** OpenTelemetry's attribute for the kind of failure (semantic conventions, general attributes). */
    static final AttributeDefinition<String> ATTRIBUTE =
            AttributeDefinition.string("error.type").maxLength(256).build();

    /** OpenTelemetry's fallback for a failure that names no type. */
    private static final String OTHER = "_OTHER";

    private ErrorTypes() {}

    static String ofValue(@Nullable String type) {
        return type == null || type.isBlank() ? OTHER : type;
    }

    static String ofThrowable(Throwable thrown) {
        return thrown.getClass().getName();
    }
}
