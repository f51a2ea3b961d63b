package io.sreobservability.cloudwatch.otlp;

import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.sigv4.RequestSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Posts requests to one service, signed if it is one of AWS. */
final class Transport {

    private final HttpClient client;
    private final @Nullable RequestSigner signer;
    private final long largestAnswer;

    /** Signs with {@code signer}; null for a receiver that asks for no signature. */
    Transport(HttpClient client, @Nullable RequestSigner signer, long largestAnswer) {
        this.client = client;
        this.signer = signer;
        this.largestAnswer = largestAnswer;
    }

    /** Signs with the receiver's time from now on; false if that changes nothing, so that signing again cannot help. */
    boolean follow(@Nullable Instant receiversTime) {
        return signer != null && receiversTime != null && signer.clock().follow(receiversTime);
    }

    /**
     * Signs, where that is needed, and sends one request, and waits for the whole answer.
     *
     * @throws ExportFailure if it cannot be signed; it is not sent then
     * @throws IOException if no answer came in time, or none that can be read
     */
    Answer post(URI endpoint, Map<String, List<String>> headers, byte[] body, Duration timeout)
            throws ExportFailure, IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint).timeout(timeout).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        (signer == null ? headers : signer.sign(endpoint, headers, body))
                .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), status -> new BoundedBody(largestAnswer));
        try {
            // The request's own time-out ends with the headers of the answer; this one covers its body, too.
            return Answer.of(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException noAnswer ? noAnswer : new IOException(failed.getCause());
        } catch (TimeoutException slow) {
            throw new HttpTimeoutException("The answer did not come in time");
        } finally {
            answer.cancel(true);
        }
    }
}
