package io.sreobservability.cloudwatch.otlp;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import java.net.http.HttpClient;

/** What senders have in common, and the one that signs nothing: for a collector and for the local stand-in. */
public final class Senders {
    private Senders() {}

    /** For an exporter of any signal, by HTTP or, if a sender for that is on the class path, by gRPC. */
    public static ComponentLoader unsigned(Listener listener) {
        return new SenderLoader(config -> new OtlpSender(
                config, new Transport(client(config), null, config.getMaxResponseBodySize()), listener, null));
    }

    /** Whether there is what OpenTelemetry's exporters need to send by gRPC. */
    public static boolean canSendByGrpc() {
        return unsigned(Listener.ANYBODY)
                .load(GrpcSenderProvider.class)
                .iterator()
                .hasNext();
    }

    static HttpClient client(HttpSenderConfig config) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // All that AWS's OTLP endpoints speak, and every collector does.
                .followRedirects(HttpClient.Redirect.NEVER) // A signature, or a password, is for one host.
                .connectTimeout(config.getConnectTimeout());
        if (config.getProxyOptions() != null) {
            client.proxy(config.getProxyOptions().getProxySelector());
        }
        if (config.getSslContext() != null) {
            client.sslContext(config.getSslContext());
        }
        return client.build();
    }
}
