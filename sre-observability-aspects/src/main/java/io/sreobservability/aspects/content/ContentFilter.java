package io.sreobservability.aspects.content;

import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.attribute.Sensitivity;
import io.sreobservability.aspects.redaction.Redactor;
import io.sreobservability.aspects.redaction.Scope;
import org.jspecify.annotations.Nullable;

/** Decides, per attribute, whether a value may leave the process and in which form. Never calls methods of user types. */
public final class ContentFilter {
    /** Of identifiers, in which addresses may stay. Content is not kept: it is private, and seldom the same. */
    private static final CleanTexts IDENTIFIERS = new CleanTexts();

    /** Of other attributes. */
    private static final CleanTexts OTHERS = new CleanTexts();

    private ContentFilter() {}

    /** Whether a value of this attribute may leave at all. */
    public static boolean admits(AttributeDefinition<?> attribute, boolean captureContent) {
        return captureContent || attribute.sensitivity() != Sensitivity.CONTENT;
    }

    /**
     * The text as it may leave: redacted, and cut to the attribute's longest value.
     *
     * @return {@code null} if nothing may leave
     */
    public static @Nullable String text(AttributeDefinition<?> attribute, String value, boolean captureContent) {
        if (!admits(attribute, captureContent)) {
            return null;
        }
        if (attribute.sensitivity() == Sensitivity.CONTENT || value.length() > CleanTexts.LONGEST) {
            return Redactor.redact(value, scope(attribute), attribute.maxLength());
        }
        CleanTexts known = attribute.sensitivity() == Sensitivity.IDENTIFIER ? IDENTIFIERS : OTHERS;
        return known.contains(value) && value.length() <= attribute.maxLength()
                ? value
                : lookedThrough(attribute, value, known);
    }

    private static String lookedThrough(AttributeDefinition<?> attribute, String value, CleanTexts known) {
        String redacted = Redactor.redact(value, scope(attribute), attribute.maxLength());
        if (redacted.equals(value)) {
            known.add(value);
        }
        return redacted;
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

    /** Begins the JSON document that is to be the attribute's value, redacted and of bounded length. */
    public static void open(JsonSink json, AttributeDefinition<String> attribute) {
        json.open(attribute.maxLength(), scope(attribute));
    }

    /**
     * The document that was written.
     *
     * @return {@code null} if nothing of it fits
     */
    public static @Nullable String close(JsonSink json) {
        return json.close();
    }

    /** The message of an exception as it may leave once content capture is on. */
    public static String message(String message, int maxLength) {
        return Redactor.redact(message, Scope.SECRETS_AND_ADDRESSES, maxLength);
    }

    /**
     * The value of a metric's dimension. It comes from an attribute or a name, which was masked by its own rule: where an
     * address may name a user on the span, it names the same user on the metric.
     */
    public static String dimension(String value, int maxLength) {
        return Redactor.redact(value, Scope.SECRETS, maxLength);
    }

    /** An e-mail address may be all that a user is known by; where the registry expects names, it is not taken out. */
    private static Scope scope(AttributeDefinition<?> attribute) {
        return attribute.sensitivity() == Sensitivity.IDENTIFIER ? Scope.SECRETS : Scope.SECRETS_AND_ADDRESSES;
    }
}
