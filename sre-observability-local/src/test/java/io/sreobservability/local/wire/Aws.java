package io.sreobservability.local.wire;

import io.sreobservability.local.Http;
import io.sreobservability.local.StandInServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** AWS clients of a stand-in. */
final class Aws {
    static final String CLOUDWATCH = "GraniteServiceVersion20100801.";
    static final String LOGS = "Logs_20140328.";
    static final String SIGNED = "AWS4-HMAC-SHA256 Credential=anybody/20260101/us-east-1/monitoring/aws4_request,"
            + " SignedHeaders=host;x-amz-date, Signature=00";

    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private Aws() {}

    static CloudWatchClient cloudWatch(StandInServer server) {
        return CloudWatchClient.builder()
                .endpointOverride(URI.create(server.url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(c -> c.retryStrategy(RetryMode.STANDARD))
                .build();
    }

    static CloudWatchLogsClient logs(StandInServer server) {
        return CloudWatchLogsClient.builder()
                .endpointOverride(URI.create(server.url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** A request as the AWS command line sends it. */
    static HttpResponse<byte[]> json(Http http, String target, String body) {
        return http.send(signed(http, "/")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static HttpResponse<byte[]> query(Http http, String form) {
        return http.send(signed(http, "/")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    static HttpRequest.Builder signed(Http http, String path) {
        return http.request(path).header("Authorization", SIGNED).header("X-Amz-Date", "20260101T000000Z");
    }
}
