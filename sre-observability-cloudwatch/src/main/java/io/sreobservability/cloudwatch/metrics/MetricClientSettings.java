package io.sreobservability.cloudwatch.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/**
 * Where PutMetricData goes in mode {@code local}: the stand-in, through the same SDK client that talks to AWS.
 *
 * @param endpoint base URL of the stand-in
 * @param region the region the request is signed for
 * @param namespace CloudWatch namespace of all metrics
 */
public record MetricClientSettings(URI endpoint, String region, String namespace) {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ATTEMPT = Duration.ofSeconds(4);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(10);

    /**
     * The stand-in checks no signature, but the SDK must sign: fixed words do, so that nobody's credentials are read, and an
     * empty profile keeps the SDK away from the user's files for everything else, too.
     */
    CloudWatchClient newClient(ExecutionInterceptor observer) {
        ProfileFile noProfile = ProfileFile.aggregator().build();
        return CloudWatchClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(defaults -> UrlConnectionHttpClient.create(MetricClientSettings::connect))
                .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(WHOLE_CALL)
                        .defaultProfileFileSupplier(() -> noProfile)
                        .addExecutionInterceptor(observer))
                .build();
    }

    /**
     * Past every proxy: the proxy of a company's network would look for the stand-in on its own machine. The SDK's own
     * setting turns off only what the SDK adds; the JDK would still ask {@code http.proxyHost}.
     */
    private static HttpURLConnection connect(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) CONNECT.toMillis());
            connection.setReadTimeout((int) ATTEMPT.toMillis());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
