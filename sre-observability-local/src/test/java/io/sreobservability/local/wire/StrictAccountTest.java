package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.wire.aws.sigv4.AccessKey;
import io.sreobservability.local.wire.aws.sigv4.AccessRules;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** With an access key the stand-in asks of its callers what an AWS account does. */
class StrictAccountTest {
    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final AccessKey KEY = new AccessKey("AKID", "secret");
    private static StandInServer server;
    private static Http http;

    @BeforeAll
    static void start() throws Exception {
        server = StandInServer.start(
                StandInConfig.ephemeral().withClock(CLOCK).withAccess(AccessRules.strict("us-east-1", KEY)));
        http = new Http(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> send(String path, String service, Message body, Map<String, String> headers) {
        byte[] bytes = body.toByteArray();
        SdkHttpRequest.Builder unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create(server.url() + path))
                .putHeader("Content-Type", "application/x-protobuf");
        headers.forEach(unsigned::putHeader);
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(request -> request.identity(AwsCredentialsIdentity.create(KEY.id(), KEY.secret()))
                        .request(unsigned.build())
                        .payload(ContentStreamProvider.fromByteArray(bytes))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK))
                .request();
        HttpRequest.Builder request = http.request(path).POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        signed.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("host")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return http.send(request);
    }

    private static Span span(int id, Instant start, Consumer<Span.Builder> more) {
        long nanos = start.getEpochSecond() * 1_000_000_000;
        Span.Builder span = Span.newBuilder()
                .setTraceId(ByteString.fromHex("4bf92f3577b34da6a3ce929d0e0e4736"))
                .setSpanId(ByteString.fromHex("%016x".formatted(id)))
                .setName("tool.get_pods")
                .setStartTimeUnixNano(nanos)
                .setEndTimeUnixNano(nanos + 1);
        more.accept(span);
        return span.build();
    }

    private static Span span(int id, Instant start) {
        return span(id, start, unchanged -> {});
    }

    private static ExportTraceServiceRequest traces(List<Span> spans, String serviceName) {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        var resource = request.addResourceSpansBuilder();
        resource.getResourceBuilder()
                .addAttributesBuilder()
                .setKey("service.name")
                .getValueBuilder()
                .setStringValue(serviceName);
        resource.addScopeSpansBuilder().addAllSpans(spans);
        return request.build();
    }

    private static HttpResponse<byte[]> sendTraces(Span... spans) {
        return send("/v1/traces", "xray", traces(List.of(spans), "test"), Map.of());
    }

    private static long rejected(HttpResponse<byte[]> response) throws Exception {
        assertThat(response.statusCode()).isEqualTo(200);
        return ExportTraceServiceResponse.parseFrom(response.body())
                .getPartialSuccess()
                .getRejectedSpans();
    }

    @Test
    void tracesAndLogsMustBeSignedForTheirService() {
        for (String path : List.of("/v1/traces", "/v1/logs")) {
            HttpResponse<byte[]> unsigned = http.post(path, "application/x-protobuf", new byte[0]);
            assertThat(unsigned.statusCode()).isEqualTo(403);
            assertThat(unsigned.headers().firstValue("x-amzn-ErrorType"))
                    .hasValue("MissingAuthenticationTokenException");
            assertThat(Http.tree(unsigned).get("message").asText()).contains("Authentication Token");

            HttpResponse<byte[]> forOther =
                    send(path, "monitoring", ExportTraceServiceRequest.getDefaultInstance(), Map.of());
            assertThat(forOther.statusCode()).isEqualTo(403);
            assertThat(forOther.headers().firstValue("x-amzn-ErrorType")).hasValue("InvalidSignatureException");
        }
    }

    @Test
    void logsNameAGroupAndAStreamThatExist() {
        ExportLogsServiceRequest logs = ExportLogsServiceRequest.getDefaultInstance();
        assertThat(Http.text(send("/v1/logs", "logs", logs, Map.of()))).contains("x-aws-log-group is required");
        Map<String, String> place = Map.of("x-aws-log-group", "/g", "x-aws-log-stream", "s");
        assertThat(Http.text(send("/v1/logs", "logs", logs, place))).contains("log group does not exist");
        server.store().logGroups().addGroup("/g");
        assertThat(Http.text(send("/v1/logs", "logs", logs, place))).contains("log stream does not exist");
        server.store().logGroups().addStream("/g", "s");
        assertThat(send("/v1/logs", "logs", logs, place).statusCode()).isEqualTo(200);
    }

    @Test
    void aSpanOutsideXRaysTimesOrSizeIsRejectedAlone() throws Exception {
        Duration past = Duration.ofDays(14);
        Duration future = Duration.ofHours(2);
        assertThat(rejected(sendTraces(span(1, NOW.minus(past))))).isZero();
        assertThat(rejected(sendTraces(span(2, NOW.minus(past).minusSeconds(1)))))
                .isOne();
        assertThat(rejected(sendTraces(span(3, NOW.plus(future))))).isZero();
        assertThat(rejected(sendTraces(span(4, NOW.plus(future).plusSeconds(1)), span(5, NOW))))
                .isOne();
        Span large = span(6, NOW, span -> span.setName("x".repeat(200 * 1024)));
        assertThat(rejected(sendTraces(large, span(7, NOW)))).isOne();
    }

    @Test
    void aRequestOutsideXRaysLimitsIsRefusedAsAWhole() {
        assertThat(sendTraces(
                                span(11, NOW),
                                span(12, NOW.minus(Duration.ofHours(24)).minusSeconds(1)))
                        .statusCode())
                .isEqualTo(400);
        ExportTraceServiceRequest largeResource = traces(List.of(span(13, NOW)), "x".repeat(16 * 1024));
        assertThat(send("/v1/traces", "xray", largeResource, Map.of()).statusCode())
                .isEqualTo(400);
    }

    private static void putMetricData(StandInServer at, String id, String secret) {
        try (CloudWatchClient client = CloudWatchClient.builder()
                .endpointOverride(URI.create(at.url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            client.putMetricData(put -> put.namespace("n")
                    .metricData(MetricDatum.builder().metricName("m").value(1.0).build()));
        }
    }

    /** Here in real time: the SDK's clients sign with the system's clock. */
    @Test
    void theSdksOwnRequestsAreVerifiedTooAndModeLocalsWithoutAnAccount() throws Exception {
        try (StandInServer account = StandInServer.start(
                        StandInConfig.ephemeral().withAccess(AccessRules.strict("us-east-1", KEY)));
                StandInServer open = StandInServer.start(StandInConfig.ephemeral())) {
            assertThatCode(() -> putMetricData(account, KEY.id(), KEY.secret())).doesNotThrowAnyException();
            assertThatExceptionOfType(CloudWatchException.class)
                    .isThrownBy(() -> putMetricData(account, KEY.id(), "wrong"))
                    .satisfies(refused ->
                            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch"));
            assertThatExceptionOfType(CloudWatchException.class)
                    .isThrownBy(() -> putMetricData(account, "AKIDSTRANGER", "secret"))
                    .satisfies(refused ->
                            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"));

            assertThatCode(() -> putMetricData(open, "local", "local")).doesNotThrowAnyException();
            assertThatCode(() -> putMetricData(open, "AKIDSTRANGER", "whatever"))
                    .doesNotThrowAnyException();
            assertThatExceptionOfType(CloudWatchException.class)
                    .isThrownBy(() -> putMetricData(open, "local", "wrong"));
        }
    }
}
