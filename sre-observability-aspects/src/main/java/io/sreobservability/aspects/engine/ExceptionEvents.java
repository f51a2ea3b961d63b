package io.sreobservability.aspects.engine;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.sreobservability.aspects.content.ContentFilter;
import org.jspecify.annotations.Nullable;

/** The event {@code exception} of OpenTelemetry's conventions, without the parts that may hold content. */
final class ExceptionEvents {
    static final String NAME = "exception";

    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");
    private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");
    private static final int MAX_MESSAGE_LENGTH = 1024;

    private ExceptionEvents() {}

    /** The exception's class, and its redacted message if content is captured. */
    static Attributes attributes(Throwable thrown, boolean captureContent) {
        String type = ErrorTypes.ofThrowable(thrown);
        String message = captureContent ? message(thrown) : null;
        return message == null ? Attributes.of(TYPE, type) : Attributes.of(TYPE, type, MESSAGE, message);
    }

    /** {@code getMessage} may be the user's code and do anything; a message that can't be had is left out. */
    private static @Nullable String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? null : ContentFilter.message(message, MAX_MESSAGE_LENGTH);
        } catch (Throwable fromGetMessage) {
            EngineState.faults().record(fromGetMessage);
            return null;
        }
    }
}
