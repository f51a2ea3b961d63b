package io.sreobservability.cloudwatch.delivery;

import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import java.net.ConnectException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Why an export failed, in a few words for the operator. Made from the kind of failure only: messages of exceptions and
 * bodies of answers may hold addresses, headers or content.
 */
public final class FailureReason {

    private static final int DEEPEST_CAUSE = 10;

    private FailureReason() {}

    /**
     * Describes a failure.
     *
     * @param failure null when the exporter did not say
     */
    public static String of(@Nullable Throwable failure) {
        Throwable cause = failure;
        String fallback = "not acknowledged";
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            String known = known(cause);
            if (known != null) {
                return known;
            }
            fallback = cause.getClass().getSimpleName();
            cause = cause.getCause();
        }
        return fallback;
    }

    private static @Nullable String known(Throwable cause) {
        if (cause instanceof ExportFailure ours) {
            return ours.reason();
        }
        if (cause instanceof HttpExportException answered && answered.getResponse() != null) {
            return "HTTP status " + answered.getResponse().getStatusCode();
        }
        if (cause instanceof ConnectException || cause instanceof PortUnreachableException) {
            return "nobody answers there";
        }
        if (cause instanceof UnknownHostException) {
            return "host unknown";
        }
        if (cause instanceof HttpTimeoutException
                || cause instanceof SocketTimeoutException
                || cause instanceof TimeoutException) {
            return "no answer in time";
        }
        return null;
    }
}
