package io.sreobservability.cloudwatch.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An export that failed, told by a sender that knows why. The message is for the operator and holds no secret. */
public final class ExportFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST_CAUSE = 10;

    private final FailureKind kind;
    private final long rejected;
    private final boolean unclear;
    private final Duration retryAfter;

    public ExportFailure(FailureKind kind, String reason) {
        this(kind, reason, 0, false, Duration.ZERO);
    }

    private ExportFailure(FailureKind kind, String reason, long rejected, boolean unclear, Duration retryAfter) {
        super(reason, null, false, false);
        this.kind = kind;
        this.rejected = rejected;
        this.unclear = unclear;
        this.retryAfter = retryAfter;
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
        return new ExportFailure(kind, reasons + "; the others were taken", items, false, Duration.ZERO);
    }

    /** How many items were not taken, if the others were; empty after any other failure. */
    public static Map<FailureKind, Long> refusedInPart(@Nullable Throwable failure) {
        ExportFailure ours = behind(failure);
        return ours == null || ours.rejected == 0 ? Map.of() : Map.of(ours.kind, ours.rejected);
    }

    /** No answer came; unless nobody could be connected to, the receiver may have taken the items all the same. */
    public static ExportFailure noAnswer(IOException failure) {
        return new ExportFailure(
                FailureKind.UNAVAILABLE, FailureReason.of(failure), 0, mayHaveArrived(failure), Duration.ZERO);
    }

    /** Whether a request may have reached the receiver although its answer did not come back. */
    static boolean mayHaveArrived(IOException failure) {
        return !(failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException);
    }

    /** The same failure of a receiver that asked not to be tried again before; as it is if {@code askedFor} is null. */
    public ExportFailure after(@Nullable Duration askedFor) {
        return askedFor == null ? this : new ExportFailure(kind, reason(), rejected, unclear, askedFor);
    }

    public FailureKind kind() {
        return kind;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    /** How many items the receiver did not take although it took the others. */
    long rejected() {
        return rejected;
    }

    /** Whether the receiver may have taken the items although the export failed. */
    boolean unclear() {
        return unclear;
    }

    /** The shortest time to wait before the next try; zero if the receiver did not ask for one. */
    Duration retryAfter() {
        return retryAfter;
    }

    /** How many of {@code items} were not delivered. */
    long lostOf(long items) {
        return rejected > 0 ? Math.min(rejected, items) : items;
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
