package io.sreobservability.cloudwatch.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A batch left in several requests, of which some were taken and a later one failed, as the cause says. If all of it is sent
 * again, the receiver gets what it took twice.
 */
public final class SomeTaken extends Exception {

    private static final long serialVersionUID = 1L;

    /** After the failure of an exporter; null if it did not say. */
    public SomeTaken(@Nullable Throwable later) {
        super("some were taken", later, false, false);
    }
}
