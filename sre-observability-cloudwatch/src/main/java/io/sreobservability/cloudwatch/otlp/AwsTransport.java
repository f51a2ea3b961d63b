package io.sreobservability.cloudwatch.otlp;

import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.sigv4.RequestSigner;
import io.sreobservability.cloudwatch.sigv4.SigningClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts signed requests to one AWS service. */
final class AwsTransport {

    private final HttpClient client;
    private final RequestSigner signer;
    private final long largestAnswer;

    AwsTransport(HttpClient client, RequestSigner signer, long largestAnswer) {
        this.client = client;
        this.signer = signer;
        this.largestAnswer = largestAnswer;
    }

    SigningClock clock() {
        return signer.clock();
    }

    /**
     * Signs and sends one request, and waits for the whole answer.
     *
     * @throws ExportFailure if it cannot be signed; it is not sent then
     * @throws IOException if no answer came in time, or none that can be read
     */
    Answer post(URI endpoint, Map<String, List<String>> headers, byte[] body, Duration timeout)
            throws ExportFailure, IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint).timeout(timeout).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        signer.sign(endpoint, headers, body)
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
