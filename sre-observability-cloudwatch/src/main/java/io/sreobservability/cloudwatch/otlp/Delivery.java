package io.sreobservability.cloudwatch.otlp;

import io.sreobservability.cloudwatch.delivery.ExportFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Delivers one message: sends, and tries again as long as that may help and there is time. */
final class Delivery {

    private final Transport transport;
    private final URI endpoint;
    private final @Nullable LogStream logStream;
    private final Backoff backoff;
    private final long deadlineNanos;
    private boolean unclear;

    Delivery(Transport transport, URI endpoint, @Nullable LogStream logStream, Backoff backoff, long deadlineNanos) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.logStream = logStream;
        this.backoff = backoff;
        this.deadlineNanos = deadlineNanos;
    }

    /**
     * Sends until it is settled. Every try is signed anew: credentials and time may have changed.
     *
     * @throws ExportFailure if the message was not accepted
     */
    Answer send(Map<String, List<String>> headers, byte[] body) throws ExportFailure, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            ExportFailure failure;
            @Nullable Duration askedFor = null;
            boolean mayHelp;
            try {
                Answer answer = sendOnce(headers, body);
                if (answer.isAccepted()) {
                    return answer;
                }
                failure = AnswerRules.failure(answer);
                askedFor = answer.retryAfter();
                mayHelp = remedied(answer);
            } catch (IOException noAnswer) {
                failure = ExportFailure.noAnswer(noAnswer);
                mayHelp = true;
            } catch (ExportFailure notSent) {
                throw notSent.ifUnclear(unclear);
            }
            unclear |= failure.outcome().unclear();
            if (!mayHelp || !backoff.allowsTryAfter(attempt) || !pause(attempt, askedFor)) {
                throw failure.after(askedFor).ifUnclear(unclear);
            }
        }
    }

    /** Whether the receiver may have taken the message in a try that failed. */
    boolean isUnclear() {
        return unclear;
    }

    private Answer sendOnce(Map<String, List<String>> headers, byte[] body)
            throws ExportFailure, IOException, InterruptedException {
        if (logStream != null) {
            Answer refusal = logStream.ensure(remaining());
            if (refusal != null) {
                return refusal;
            }
        }
        return transport.post(endpoint, headers, body, remaining());
    }

    /** Does what can be done about a refusal; true if it is worth another try then. */
    private boolean remedied(Answer refusal) {
        return switch (AnswerRules.remedy(refusal)) {
            case AGAIN -> true;
            case CLOCK -> transport.follow(refusal.time());
            case LOG_STREAM -> {
                if (logStream != null) {
                    logStream.forget();
                }
                yield logStream != null;
            }
            case NONE -> false;
        };
    }

    /** Waits before the next try; false, at once, if there would be no time left for it. */
    private boolean pause(int attempt, @Nullable Duration askedFor) throws InterruptedException {
        Duration pause = backoff.pauseAfter(attempt, askedFor);
        if (pause.compareTo(remaining()) >= 0) {
            return false;
        }
        Thread.sleep(pause.toMillis());
        return true;
    }

    private Duration remaining() {
        return Duration.ofNanos(Math.max(1, deadlineNanos - System.nanoTime()));
    }
}
