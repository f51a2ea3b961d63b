package io.sreobservability.cloudwatch.delivery;

import io.sreobservability.cloudwatch.delivery.ExportOutcome.Next;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an export, told by a sender that knows more of it than success or failure. The message is for the operator and
 * holds no secret.
 */
public final class ExportFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST_CAUSE = 10;

    private final ExportOutcome outcome;

    public ExportFailure(FailureKind kind, String reason) {
        this(ExportOutcome.next(kind), kind, reason, 0, false);
    }

    private ExportFailure(Next next, FailureKind kind, String reason, long rejected, boolean unclear) {
        this(new ExportOutcome(next, kind, reason, rejected, unclear, Duration.ZERO));
    }

    private ExportFailure(ExportOutcome outcome) {
        super(outcome.reason(), null, false, false);
        this.outcome = outcome;
    }

    /** The receiver answered, and did not take the request. */
    public static ExportFailure refusal(Next next, String reason) {
        return new ExportFailure(next, next.kind(), reason, 0, false);
    }

    /** The receiver took all but so many items of a request. */
    public static ExportFailure partial(long rejected) {
        return partial(Map.of(FailureKind.REJECTED, rejected));
    }

    /** All but so many items were taken; those are counted under their reason, or as rejected where there are several. */
    public static ExportFailure partial(Map<FailureKind, Long> refused) {
        FailureKind kind = refused.size() == 1 ? refused.keySet().iterator().next() : FailureKind.REJECTED;
        long items = refused.values().stream().mapToLong(Long::longValue).sum();
        String reasons = refused.entrySet().stream()
                .map(reason ->
                        reason.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + reason.getValue())
                .collect(Collectors.joining(", "));
        return new ExportFailure(Next.DONE_IN_PART, kind, reasons + "; the others were taken", items, false);
    }

    /**
     * No failure at all: everything was taken, but perhaps by an earlier try, too. A success has no room for this in
     * OpenTelemetry's interface.
     */
    public static ExportFailure perhapsTwice() {
        return new ExportFailure(Next.DONE, FailureKind.OTHER, "taken, and perhaps by an earlier try, too", 0, true);
    }

    /** No answer came; unless nobody could be connected to, the receiver may have taken the items all the same. */
    public static ExportFailure noAnswer(IOException failure) {
        return new ExportFailure(
                Next.AGAIN, FailureKind.UNAVAILABLE, FailureReason.of(failure), 0, mayHaveArrived(failure));
    }

    /** Whether a request may have reached the receiver although its answer did not come back. */
    static boolean mayHaveArrived(IOException failure) {
        return !(failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException);
    }

    /** The same failure of a receiver that asked not to be tried again before; as it is if {@code askedFor} is null. */
    public ExportFailure after(@Nullable Duration askedFor) {
        return askedFor == null
                ? this
                : new ExportFailure(new ExportOutcome(
                        outcome.next(), kind(), reason(), outcome.rejected(), outcome.unclear(), askedFor));
    }

    /** The same outcome, of a receiver that may have taken the items in an earlier try if {@code unclear}. */
    public ExportFailure ifUnclear(boolean unclear) {
        return new ExportFailure(outcome.ifUnclear(unclear));
    }

    public FailureKind kind() {
        return outcome.kind();
    }

    public String reason() {
        return outcome.reason();
    }

    public ExportOutcome outcome() {
        return outcome;
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
