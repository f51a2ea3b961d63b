package io.sreobservability.cloudwatch.otlp;

import io.opentelemetry.api.impl.InstrumentationUtil;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what an OTLP exporter of OpenTelemetry's makes, and reads the answer to its end: a receiver that takes a request in part
 * says so there.
 *
 * <p>{@link #send} returns at once. Looking up credentials may take seconds, so everything happens on a thread of the
 * sender's own; the SDK's batch processors wait for one export before they begin the next, and processors that do not are
 * held by a bounded queue.
 */
final class OtlpSender implements HttpSender {

    private static final int WAITING = 64;
    private static final int IDLE_SECONDS = 10;

    private final HttpSenderConfig config;
    private final Transport transport;
    private final Listener listener;
    private final @Nullable LogDestination logs;
    private final @Nullable LogStream logStream;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), OtlpSender::newThread);

    /** A sender; with {@code logs} it sends to that log group and stream of CloudWatch. */
    OtlpSender(HttpSenderConfig config, Transport transport, Listener listener, @Nullable LogDestination logs) {
        this.config = config;
        this.transport = transport;
        this.listener = listener;
        this.logs = logs;
        this.logStream = logs == null
                ? null
                : new LogStream(transport, config.getEndpoint().resolve("/"), logs);
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
        Export export =
                new Export(message, System.nanoTime() + config.getTimeout().toNanos(), onResponse, onError);
        try {
            thread.execute(export);
        } catch (RuntimeException full) {
            export.giveUp("too many exports are waiting, or the exporter is shut down");
        }
    }

    /** What waits is given up and told so; the SDK has flushed before. */
    @Override
    public CompletableResultCode shutdown() {
        for (Runnable waiting : thread.shutdownNow()) {
            if (waiting instanceof Export export) {
                export.giveUp("shut down before it was sent");
            }
        }
        return CompletableResultCode.ofSuccess();
    }

    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers =
                new HashMap<>(config.getHeadersSupplier().get());
        headers.put("Content-Type", List.of(config.getContentType()));
        Compressor compressor = config.getCompressor();
        if (compressor != null) {
            headers.put("Content-Encoding", List.of(compressor.getEncoding()));
        }
        if (logs != null) {
            headers.putAll(logs.headers());
        }
        return headers;
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "sre-observability-otlp");
        thread.setDaemon(true);
        return thread;
    }

    /** One call of {@link #send}. */
    private final class Export implements Runnable {

        private final MessageWriter message;
        private final long deadlineNanos;
        private final Consumer<HttpResponse> onResponse;
        private final Consumer<Throwable> onError;

        Export(
                MessageWriter message,
                long deadlineNanos,
                Consumer<HttpResponse> onResponse,
                Consumer<Throwable> onError) {
            this.message = message;
            this.deadlineNanos = deadlineNanos;
            this.onResponse = onResponse;
            this.onError = onError;
        }

        @Override
        public void run() {
            // Sending telemetry must not make telemetry.
            InstrumentationUtil.suppressInstrumentation(this::settle);
        }

        private void settle() {
            try {
                byte[] body = Payload.bytes(message, config.getCompressor());
                Delivery delivery = new Delivery(
                        transport,
                        config.getEndpoint(),
                        logStream,
                        new Backoff(config.getRetryPolicy()),
                        deadlineNanos);
                accepted(delivery.send(headers(), body), delivery.isUnclear() && listener == Listener.BOOKS);
            } catch (InterruptedException shutDown) {
                giveUp("shut down while it was sent");
            } catch (Throwable failed) {
                // An Error, too: whoever waits for this export must hear of its end.
                onError.accept(failed);
            }
        }

        private void accepted(Answer answer, boolean perhapsTwice) {
            long rejected = PartialSuccess.rejected(answer.body());
            if (rejected > 0) {
                onError.accept(ExportFailure.partial(rejected).ifUnclear(perhapsTwice));
            } else if (perhapsTwice) {
                onError.accept(ExportFailure.perhapsTwice());
            } else {
                onResponse.accept(new Accepted(answer.status(), answer.body()));
            }
        }

        void giveUp(String reason) {
            onError.accept(new ExportFailure(FailureKind.UNAVAILABLE, reason));
        }
    }

    /** An answer as OpenTelemetry's exporter wants it. */
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
    private record Accepted(int status, byte[] body) implements HttpResponse {

        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return body;
        }
    }
}
