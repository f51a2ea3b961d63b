package io.sreobservability.cloudwatch.otlp;

import io.sreobservability.cloudwatch.delivery.ExportFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log stream of this process. CloudWatch's OTLP endpoint writes only to streams that exist, so it is made before the
 * first record leaves; its group is made when the program is deployed.
 */
final class LogStream {

    private static final String CREATE = "Logs_20140328.CreateLogStream";

    private final Transport transport;
    private final URI service;
    private final LogDestination destination;
    private volatile boolean exists;

    /** A stream that is not known to exist yet; {@code service} is the base URL of CloudWatch Logs. */
    LogStream(Transport transport, URI service, LogDestination destination) {
        this.transport = transport;
        this.service = service;
        this.destination = destination;
    }

    /**
     * Makes the stream unless it was made before.
     *
     * @return CloudWatch's refusal; null if the stream exists now
     */
    @Nullable
    Answer ensure(Duration timeout) throws ExportFailure, IOException, InterruptedException {
        if (exists) {
            return null;
        }
        // Both names are of characters that JSON takes as they are.
        String body =
                "{\"logGroupName\":\"" + destination.group() + "\",\"logStreamName\":\"" + destination.stream() + "\"}";
        Answer answer = transport.post(
                service,
                Map.of("Content-Type", List.of("application/x-amz-json-1.1"), "X-Amz-Target", List.of(CREATE)),
                body.getBytes(StandardCharsets.UTF_8),
                timeout);
        if (answer.isAccepted() || answer.words().contains("ResourceAlreadyExists")) {
            exists = true;
            return null;
        }
        return answer;
    }

    /** CloudWatch says that there is no such stream. */
    void forget() {
        exists = false;
    }
}
