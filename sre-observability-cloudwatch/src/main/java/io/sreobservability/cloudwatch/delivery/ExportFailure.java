package io.sreobservability.cloudwatch.delivery;

import org.jspecify.annotations.Nullable;

/** An export that failed, told by a sender that knows why. The message is for the operator and holds no secret. */
public final class ExportFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST_CAUSE = 10;

    private final FailureKind kind;
    private final long rejected;

    public ExportFailure(FailureKind kind, String reason) {
        this(kind, reason, 0);
    }

    private ExportFailure(FailureKind kind, String reason, long rejected) {
        super(reason, null, false, false);
        this.kind = kind;
        this.rejected = rejected;
    }

    /** The receiver took all but so many items of a request. */
    public static ExportFailure partial(long rejected) {
        return new ExportFailure(FailureKind.REJECTED, "rejected: " + rejected + "; the others were taken", rejected);
    }

    public FailureKind kind() {
        return kind;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    /** How many of {@code items} were not delivered. */
    long lostOf(long items) {
        return kind == FailureKind.REJECTED ? Math.min(rejected, items) : items;
    }

    /** The failure of ours behind an exception of an exporter; null if there is none. */
    static @Nullable ExportFailure behind(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof ExportFailure ours) {
                return ours;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
