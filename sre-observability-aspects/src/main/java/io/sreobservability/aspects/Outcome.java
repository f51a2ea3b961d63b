package io.sreobservability.aspects;

import org.jspecify.annotations.Nullable;

/**
 * How a piece of work ended.
 *
 * @param succeeded whether it did what it should
 * @param errorType why it did not: a class name or an error code. Anything else, as {@code null} or a message, is recorded as
 *     {@code _OTHER}
 */
public record Outcome(boolean succeeded, @Nullable String errorType) {
    /** The work did what it should. */
    public static Outcome success() {
        return new Outcome(true, null);
    }

    /** The work failed, for a reason that has a code of its own. */
    public static Outcome failure(@Nullable String errorType) {
        return new Outcome(false, errorType);
    }

    /** The work failed by an exception. */
    public static Outcome failure(Throwable thrown) {
        return new Outcome(false, thrown.getClass().getName());
    }
}
