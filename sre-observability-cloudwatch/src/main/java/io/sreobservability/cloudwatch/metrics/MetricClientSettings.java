package io.sreobservability.cloudwatch.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClientBuilder;

/**
 * Where PutMetricData goes: to AWS or, in mode {@code local}, to the stand-in, through the same SDK client.
 *
 * @param endpoint base URL of the service or of the stand-in
 * @param region the region the request is signed for
 * @param namespace CloudWatch namespace of all metrics
 * @param credentials to sign with; null in mode {@code local}
 */
public record MetricClientSettings(
        URI endpoint,
        String region,
        String namespace,
        @Nullable AwsCredentialsProvider credentials) {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ATTEMPT = Duration.ofSeconds(4);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(10);

    /** Mode {@code local}. */
    public MetricClientSettings(URI endpoint, String region, String namespace) {
        this(endpoint, region, namespace, null);
    }

    CloudWatchClient newClient(ExecutionInterceptor observer) {
        CloudWatchClientBuilder client =
                CloudWatchClient.builder().endpointOverride(endpoint).region(Region.of(region));
        return (credentials == null ? local(client, observer) : aws(client, observer, credentials)).build();
    }

    private static CloudWatchClientBuilder aws(
            CloudWatchClientBuilder client, ExecutionInterceptor observer, AwsCredentialsProvider credentials) {
        return client.credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ATTEMPT))
                .overrideConfiguration(override -> bounded(override, observer));
    }

    /**
     * The SDK must sign; fixed words do for the stand-in, so that nobody's credentials are read, and an empty profile keeps the
     * SDK away from the user's files for everything else, too.
     */
    private static CloudWatchClientBuilder local(CloudWatchClientBuilder client, ExecutionInterceptor observer) {
        ProfileFile noProfile = ProfileFile.aggregator().build();
        return client.credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(defaults -> UrlConnectionHttpClient.create(MetricClientSettings::connect))
                .overrideConfiguration(
                        override -> bounded(override, observer).defaultProfileFileSupplier(() -> noProfile));
    }

    private static ClientOverrideConfiguration.Builder bounded(
            ClientOverrideConfiguration.Builder override, ExecutionInterceptor observer) {
        return override.retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(WHOLE_CALL)
                .addExecutionInterceptor(observer);
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
