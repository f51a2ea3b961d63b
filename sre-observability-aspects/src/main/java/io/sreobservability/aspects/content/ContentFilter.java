package io.sreobservability.aspects.content;

import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.attribute.Sensitivity;
import org.jspecify.annotations.Nullable;

/** Decides, per attribute, whether a value may leave the process and in which form. Never calls methods of user types. */
public final class ContentFilter {
    private ContentFilter() {}

    /** Whether a value of this attribute may leave at all. */
    public static boolean admits(AttributeDefinition<?> attribute, boolean captureContent) {
        return captureContent || attribute.sensitivity() != Sensitivity.CONTENT;
    }

    /**
     * The text as it may leave: content redacted, all text cut to the attribute's longest value.
     *
     * @return {@code null} if nothing may leave
     */
    public static @Nullable String text(AttributeDefinition<?> attribute, String value, boolean captureContent) {
        if (!admits(attribute, captureContent)) {
            return null;
        }
        if (attribute.json()) {
            // Cutting text that happens to be JSON would break it: it is written as one JSON string instead.
            return JsonWriter.write(value, attribute.maxLength());
        }
        boolean content = attribute.sensitivity() == Sensitivity.CONTENT;
        return Text.cut(content ? Redactor.redact(value) : value, attribute.maxLength());
    }

    /**
     * A value of the attribute's type as it may leave.
     *
     * @return {@code null} if nothing may leave
     */
    public static <T> @Nullable Object value(AttributeDefinition<T> attribute, T value, boolean captureContent) {
        if (value instanceof String text) {
            return text(attribute, text, captureContent);
        }
        return admits(attribute, captureContent) ? value : null;
    }

    /**
     * The value as a valid JSON document of bounded length, redacted.
     *
     * @return {@code null} if nothing may leave or fits
     */
    public static @Nullable String json(
            AttributeDefinition<String> attribute, @Nullable Object value, boolean captureContent) {
        return admits(attribute, captureContent) ? JsonWriter.write(value, attribute.maxLength()) : null;
    }

    /** The message of an exception as it may leave once content capture is on. */
    public static String message(String message, int maxLength) {
        return Text.cut(Redactor.redact(message), maxLength);
    }
}
