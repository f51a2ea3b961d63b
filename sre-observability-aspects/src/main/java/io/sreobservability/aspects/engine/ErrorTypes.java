package io.sreobservability.aspects.engine;

import io.sreobservability.aspects.redaction.Redactor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of OpenTelemetry's {@code error.type} (semantic conventions, general attributes), which is low in
 * cardinality: a class name or an error code, never a message.
 */
final class ErrorTypes {
    /** OpenTelemetry's fallback for a failure that names no type. */
    static final String OTHER = "_OTHER";

    /**
     * What a class name or an error code looks like. A message has spaces or is too long; it may hold content and would
     * make a new metric series each time.
     */
    private static final Pattern CLASS_NAME_OR_CODE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.$:-]{0,127}");

    private ErrorTypes() {}

    static String ofValue(@Nullable String type) {
        return type != null && CLASS_NAME_OR_CODE.matcher(type).matches() && !Redactor.holdsSecret(type) ? type : OTHER;
    }

    static String ofThrowable(Throwable thrown) {
        return thrown.getClass().getName();
    }
}
