package io.sreobservability.cloudwatch.otlp;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.sreobservability.cloudwatch.sigv4.AwsCredentials;
import io.sreobservability.cloudwatch.sigv4.RequestSigner;
import io.sreobservability.cloudwatch.sigv4.SigningClock;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts our sender under an OTLP exporter of OpenTelemetry's.
 *
 * <p>An exporter takes the sender that its component loader finds. Ours is offered by the loaders of this class to the
 * exporters they are given to and registered nowhere, so every other exporter in the program keeps the sender it had.
 */
public final class AwsSenders {

    private final AwsCredentials credentials;
    private final String region;
    private final Clock clock;

    public AwsSenders(AwsCredentials credentials, String region, Clock clock) {
        this.credentials = credentials;
        this.region = region;
        this.clock = clock;
    }

    /** For an exporter of spans, to X-Ray. */
    public ComponentLoader traces() {
        return new Loader(config -> sender(config, "xray", null));
    }

    /** For an exporter of log records, to CloudWatch Logs. */
    public ComponentLoader logs(LogDestination destination) {
        return new Loader(config -> sender(config, "logs", destination));
    }

    /** For an exporter of metrics by OTLP, to CloudWatch. */
    public ComponentLoader metrics() {
        return new Loader(config -> sender(config, "monitoring", null));
    }

    private AwsHttpSender sender(HttpSenderConfig config, String service, @Nullable LogDestination logs) {
        RequestSigner signer = new RequestSigner(credentials, region, service, new SigningClock(clock));
        AwsTransport transport = new AwsTransport(client(config), signer, config.getMaxResponseBodySize());
        return new AwsHttpSender(config, transport, logs);
    }

    private static HttpClient client(HttpSenderConfig config) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // All that AWS's OTLP endpoints speak.
                .followRedirects(HttpClient.Redirect.NEVER) // A signature is good for one host.
                .connectTimeout(config.getConnectTimeout());
        if (config.getProxyOptions() != null) {
            client.proxy(config.getProxyOptions().getProxySelector());
        }
        if (config.getSslContext() != null) {
            client.sslContext(config.getSslContext());
        }
        return client.build();
    }

    /** Finds our sender where a sender is looked for, and everything else where it always is. */
    private record Loader(HttpSenderProvider sender) implements ComponentLoader {

        @Override
        public <T> Iterable<T> load(Class<T> wanted) {
            return wanted.equals(HttpSenderProvider.class)
                    ? List.of(wanted.cast(sender))
                    : ComponentLoader.forClassLoader(AwsSenders.class.getClassLoader())
                            .load(wanted);
        }
    }
}
