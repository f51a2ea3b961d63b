package io.sreobservability.cloudwatch.otlp;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.sreobservability.cloudwatch.sigv4.AwsCredentials;
import io.sreobservability.cloudwatch.sigv4.RequestSigner;
import io.sreobservability.cloudwatch.sigv4.SigningClock;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Puts our sender under an OTLP exporter of OpenTelemetry's, so that what it sends to AWS is signed.
 */
public final class AwsSenders {

    private final AwsCredentials credentials;
    private final String region;
    private final Clock clock;
    private final Listener listener;

    public AwsSenders(AwsCredentials credentials, String region, Clock clock, Listener listener) {
        this.credentials = credentials;
        this.region = region;
        this.clock = clock;
        this.listener = listener;
    }

    /** For an exporter of spans, to X-Ray. */
    public ComponentLoader traces() {
        return new SenderLoader(config -> sender(config, "xray", null));
    }

    /** For an exporter of log records, to CloudWatch Logs. */
    public ComponentLoader logs(LogDestination destination) {
        return new SenderLoader(config -> sender(config, "logs", destination));
    }

    /** For an exporter of metrics by OTLP, to CloudWatch. */
    public ComponentLoader metrics() {
        return new SenderLoader(config -> sender(config, "monitoring", null));
    }

    private OtlpSender sender(HttpSenderConfig config, String service, @Nullable LogDestination logs) {
        RequestSigner signer = new RequestSigner(credentials, region, service, new SigningClock(clock));
        Transport transport = new Transport(Senders.client(config), signer, config.getMaxResponseBodySize());
        return new OtlpSender(config, transport, listener, logs);
    }
}
