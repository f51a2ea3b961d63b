package io.sreobservability.sreagent.remote;

import org.jspecify.annotations.Nullable;

/** Looks down the chain of causes of a failed call. */
public final class Causes {
    private static final int MAX_DEPTH = 20;

    private Causes() {}

    /** Whether a failure is of a kind, or was caused by one. */
    public static boolean include(Throwable failure, Class<? extends Throwable> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** The message of the first cause of all. Those above it begin with class names. */
    public static @Nullable String innermostMessage(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < MAX_DEPTH; depth++) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
