package io.sreobservability.cloudwatch.delivery;

import io.opentelemetry.exporter.internal.FailedExportException.GrpcExportException;
import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one export, and what should follow.
 *
 * @param next what to do with its items
 * @param kind why it failed; without a meaning if it did not
 * @param reason the same in a few words without secrets, for the operator
 * @param rejected items not taken, of an export that was {@link Next#DONE_IN_PART}
 * @param unclear whether the receiver may have taken the items in a try that failed, so that it gets them twice if another is taken
 * @param retryAfter the shortest time to wait, if the receiver asked for one
 */
public record ExportOutcome(
        Next next, FailureKind kind, String reason, long rejected, boolean unclear, Duration retryAfter)
        implements Serializable {

    /** What to do with the items of an export. */
    public enum Next {
        /** Nothing: they are delivered. */
        DONE,
        /** Nothing: they are delivered, but for some that the receiver does not want. */
        DONE_IN_PART,
        /** Send them again, later. */
        AGAIN,
        /**
         * Send them again, later. The receiver answers that something broke, so it may be about one of them, too: if it takes
         * others meanwhile.
         */
        STUMBLED,
        /** Send them in smaller parts: something about one of them keeps all from being taken. */
        SPLIT,
        /** Something broke that may be about one of them, or may pass: again, and if that does not help, in parts. */
        SUSPECT,
        /** Give them up: no item of this program would be taken. */
        GIVE_UP;

        FailureKind kind() {
            return switch (this) {
                case AGAIN, STUMBLED -> FailureKind.UNAVAILABLE;
                case SPLIT -> FailureKind.INVALID;
                case GIVE_UP -> FailureKind.REFUSED;
                case DONE, DONE_IN_PART, SUSPECT -> FailureKind.OTHER;
            };
        }
    }

    private static final int DEEPEST_CAUSE = 10;

    /** What to do after an HTTP answer of this status that did not take the request; the same for every sender. */
    public static Next afterStatus(int status) {
        return switch (status) {
            case 400, 413, 422 -> Next.SPLIT;
            case 408, 425, 429, 503 -> Next.AGAIN;
            case 501, 505 -> Next.GIVE_UP;
            default -> status >= 500 ? Next.STUMBLED : Next.GIVE_UP;
        };
    }

    /**
     * Whether the request may have been taken although this was the answer: a gateway says so after the receiver behind it was slow,
     * or broke.
     */
    public static boolean isUnclear(int status) {
        return switch (status) {
            case 408 -> true;
            case 501, 503, 505 -> false;
            default -> status >= 500;
        };
    }

    /** Whether the receiver took the items, or all but some. */
    public boolean isTaken() {
        return next == Next.DONE || next == Next.DONE_IN_PART;
    }

    /** Of an exporter that has ended. */
    public static ExportOutcome of(CompletableResultCode result) {
        return result.isSuccess()
                ? new ExportOutcome(Next.DONE, FailureKind.OTHER, "", 0, false, Duration.ZERO)
                : of(result.getFailureThrowable());
    }

    /** Of an exporter that did not end in its time. */
    public static ExportOutcome noAnswer() {
        return new ExportOutcome(Next.AGAIN, FailureKind.UNAVAILABLE, "no answer in time", 0, true, Duration.ZERO);
    }

    /** Of an exporter that threw an exception or an error. */
    public static ExportOutcome thrown(Throwable thrown) {
        return failure(Next.SUSPECT, FailureKind.OTHER, thrown, true);
    }

    /** An exporter that fails without a word is taken to have lost its receiver. */
    private static ExportOutcome of(@Nullable Throwable failure) {
        if (failure instanceof SomeTaken rest) {
            return of(rest.getCause()).ifUnclear(true);
        }
        ExportFailure told = ExportFailure.behind(failure);
        if (told != null) {
            return told.outcome();
        }
        return failure == null
                ? new ExportOutcome(Next.AGAIN, FailureKind.OTHER, FailureReason.of(null), 0, true, Duration.ZERO)
                : ofStock(failure);
    }

    /** The same, also unclear if {@code unclear}. */
    ExportOutcome ifUnclear(boolean alsoUnclear) {
        return new ExportOutcome(next, kind, reason, rejected, unclear || alsoUnclear, retryAfter);
    }

    /** What follows a failure of which no more is known than its kind. */
    static Next next(FailureKind kind) {
        return switch (kind) {
            case INVALID, OVERSIZE -> Next.SPLIT;
            case REFUSED -> Next.GIVE_UP;
            default -> Next.AGAIN;
        };
    }

    /** OpenTelemetry's own exporters give the answer, or what kept it from coming. */
    private static ExportOutcome ofStock(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof HttpExportException http && http.getResponse() != null) {
                int status = http.getResponse().getStatusCode();
                return answered(afterStatus(status), failure, isUnclear(status));
            }
            if (cause instanceof GrpcExportException grpc && grpc.getResponse() != null) {
                GrpcStatusCode status = grpc.getResponse().getStatusCode();
                return answered(afterStatus(status), failure, isUnclear(status));
            }
            if (cause instanceof IOException noAnswer) {
                return failure(Next.AGAIN, FailureKind.UNAVAILABLE, failure, ExportFailure.mayHaveArrived(noAnswer));
            }
            cause = cause.getCause();
        }
        return thrown(failure);
    }

    private static ExportOutcome answered(Next next, Throwable failure, boolean unclear) {
        return failure(next, next.kind(), failure, unclear);
    }

    /** The same of gRPC. */
    private static boolean isUnclear(GrpcStatusCode status) {
        return switch (status) {
            case CANCELLED, DEADLINE_EXCEEDED, INTERNAL, UNKNOWN -> true;
            default -> false;
        };
    }

    /** The same as for HTTP. */
    static Next afterStatus(GrpcStatusCode status) {
        return switch (status) {
            case INVALID_ARGUMENT -> Next.SPLIT;
            case CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, OUT_OF_RANGE, UNAVAILABLE, DATA_LOSS ->
                Next.AGAIN;
            // gRPC's status 500; what a proxy answers by HTTP is UNKNOWN, too.
            case INTERNAL, UNKNOWN -> Next.STUMBLED;
            default -> Next.GIVE_UP;
        };
    }

    private static ExportOutcome failure(Next next, FailureKind kind, Throwable failure, boolean unclear) {
        return new ExportOutcome(next, kind, FailureReason.of(failure), 0, unclear, Duration.ZERO);
    }
}
