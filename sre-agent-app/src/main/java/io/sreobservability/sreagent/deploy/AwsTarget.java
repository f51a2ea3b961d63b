package io.sreobservability.sreagent.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * Where to deploy: a region of AWS, or one address that stands in for it.
 *
 * @param region for example {@code us-east-1}
 * @param endpoint replaces AWS's own addresses; null for AWS itself
 */
public record AwsTarget(String region, @Nullable URI endpoint) {
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+");
    private static final Duration ONE_ATTEMPT = Duration.ofSeconds(10);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(30);

    public AwsTarget {
        if (!REGION.matcher(region).matches()) {
            throw new DeploymentException("\"" + region + "\" is not a region: give one like us-east-1.");
        }
        if (endpoint != null
                && (endpoint.getHost() == null
                        || !String.valueOf(endpoint.getScheme()).matches("https?"))) {
            throw new DeploymentException(
                    "\"" + endpoint + "\" is not an address: give one like http://127.0.0.1:4318.");
        }
    }

    /** How people call it. */
    public String label() {
        return endpoint == null ? region : endpoint + " (" + region + ")";
    }

    /** Where to look at the dashboard afterwards. */
    public String dashboardLink(String name) {
        if (endpoint != null) {
            return endpoint.resolve("/api/dashboards/" + name).toString();
        }
        String console = region.startsWith("cn-") ? "console.amazonaws.cn" : "console.aws.amazon.com";
        return "https://" + console + "/cloudwatch/home?region=" + region + "#dashboards/dashboard/" + name;
    }

    CloudWatchClient cloudWatch() {
        return configure(CloudWatchClient.builder()).httpClient(httpClient()).build();
    }

    CloudWatchLogsClient logs() {
        return configure(CloudWatchLogsClient.builder())
                .httpClient(httpClient())
                .build();
    }

    /** What stands in for AWS on this machine is asked past every proxy, which would look for it on a machine of its own. */
    private SdkHttpClient httpClient() {
        return endpoint != null && isLoopback(endpoint)
                ? UrlConnectionHttpClient.create(AwsTarget::connectDirectly)
                : UrlConnectionHttpClient.create();
    }

    private static HttpURLConnection connectDirectly(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) ONE_ATTEMPT.toMillis());
            connection.setReadTimeout((int) ONE_ATTEMPT.toMillis());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <B extends AwsClientBuilder<B, ?>> B configure(B builder) {
        builder.region(Region.of(region))
                .credentialsProvider(credentials())
                .overrideConfiguration(
                        config -> config.apiCallAttemptTimeout(ONE_ATTEMPT).apiCallTimeout(WHOLE_CALL));
        return endpoint == null ? builder : builder.endpointOverride(endpoint);
    }

    /**
     * A stand-in on this machine checks no signature, so it needs no secret; profiles and instance roles are not asked for it,
     * and an AWS account's keys are not looked up for a server that is not AWS's.
     */
    private AwsCredentialsProvider credentials() {
        if (endpoint == null || !isLoopback(endpoint)) {
            return DefaultCredentialsProvider.builder().build();
        }
        return AwsCredentialsProviderChain.of(
                EnvironmentVariableCredentialsProvider.create(),
                SystemPropertyCredentialsProvider.create(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }

    private static boolean isLoopback(URI endpoint) {
        try {
            return InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
