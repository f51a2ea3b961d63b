package io.sreobservability.sreagent.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * The way to a service of AWS, or to what stands in for it. Holds no secret.
 *
 * @param region for example {@code us-east-1}
 * @param endpoint replaces AWS's own address; {@code null} for that one
 */
public record AwsAccess(String region, @Nullable URI endpoint) {
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+");
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Whether a text has the form of a region. */
    public static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /**
     * AWS's own chain: environment, profile, role. It is not asked yet. What stands in for AWS on this machine checks no
     * signature, so an account's keys are not looked up for it.
     */
    public AwsCredentialsProvider credentials() {
        return local()
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))
                : DefaultCredentialsProvider.builder().build();
    }

    /**
     * Gives a client region, address and the HTTP client of the JDK.
     *
     * @param silence how long a connection may say nothing
     */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configure(B builder, Duration silence) {
        builder.region(Region.of(region)).httpClient(http(silence));
        return endpoint == null ? builder : builder.endpointOverride(endpoint);
    }

    private boolean local() {
        return endpoint != null && ServiceAddress.onThisMachine(endpoint);
    }

    /** What stands in for AWS on this machine is asked past every proxy, which would look for it elsewhere. */
    private SdkHttpClient http(Duration silence) {
        return local()
                ? UrlConnectionHttpClient.create(uri -> direct(uri, silence))
                : UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(silence)
                        .build();
    }

    private static HttpURLConnection direct(URI uri, Duration silence) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) CONNECT.toMillis());
            connection.setReadTimeout((int) silence.toMillis());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
