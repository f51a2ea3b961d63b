package io.sreobservability.local.wire;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.wire.fault.Fault;
import io.sreobservability.local.wire.fault.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong does so for those it was planned for, and as the network or AWS would do it. */
@Timeout(30)
class FaultsTest {
    private static final String PROTOBUF = "application/x-protobuf";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static StandInServer server;
    private static Http http;
    private static int lastSpan;

    @BeforeAll
    static void start() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral());
        http = new Http(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void lift() {
        server.faults().lift();
    }

    private static byte[] spans(int count) {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        var scope = request.addResourceSpansBuilder().addScopeSpansBuilder();
        for (int i = 0; i < count; i++) {
            scope.addSpansBuilder()
                    .setTraceId(ByteString.fromHex("4bf92f3577b34da6a3ce929d0e0e4736"))
                    .setSpanId(ByteString.fromHex("%016x".formatted(++lastSpan)))
                    .setName("tool.get_pods")
                    .setStartTimeUnixNano(1)
                    .setEndTimeUnixNano(2);
        }
        return request.build().toByteArray();
    }

    private static HttpResponse<byte[]> sendSpans(int count) {
        return http.post("/v1/traces", PROTOBUF, spans(count));
    }

    private static HttpRequest spanRequest() {
        return http.request("/v1/traces")
                .header("Content-Type", PROTOBUF)
                .POST(HttpRequest.BodyPublishers.ofByteArray(spans(1)))
                .build();
    }

    private static HttpResponse<byte[]> sendMetric() {
        return Aws.query(
                http,
                "Action=PutMetricData&Version=2010-08-01&Namespace=n"
                        + "&MetricData.member.1.MetricName=m&MetricData.member.1.Value=1");
    }

    private static HttpResponse<byte[]> put(String fault) {
        return http.send(http.request("/faults").PUT(HttpRequest.BodyPublishers.ofString(fault)));
    }

    private static long stored() {
        return server.store().traces().counts().spans();
    }

    @ParameterizedTest
    @CsvSource({"503,503,", "500,500,", "429,429,", "'429,retry-after=7',429,7"})
    void anErrorIsAnsweredAsOftenAsItWasPlanned(String fault, int status, String retryAfter) {
        assertThat(put(fault + ",times=2").statusCode()).isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> answer = sendSpans(1);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(PROTOBUF);
            assertThat(answer.headers().firstValue("Retry-After").orElse(null)).isEqualTo(retryAfter);
        }
        assertThat(sendSpans(1).statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultOfOneSignalLeavesTheOthersAlone() {
        put("503,signal=logs");
        assertThat(sendSpans(1).statusCode()).isEqualTo(200);
        assertThat(sendMetric().statusCode()).isEqualTo(200);
        assertThat(http.post("/v1/logs", PROTOBUF, new byte[0]).statusCode()).isEqualTo(503);
        HttpResponse<byte[]> streams = Aws.json(http, Aws.LOGS + "CreateLogStream", "{}");
        assertThat(streams.statusCode()).isEqualTo(503);
        assertThat(http.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void throttlingIsWordedAsAwsWordsIt() {
        server.faults().plan(Fault.of(FaultKind.THROTTLE));
        HttpResponse<byte[]> metric = sendMetric();
        assertThat(metric.statusCode()).isEqualTo(400);
        assertThat(Http.text(metric)).contains("<Code>Throttling</Code>", "Rate exceeded");
        HttpResponse<byte[]> spans = sendSpans(1);
        assertThat(spans.statusCode()).isEqualTo(429);
        assertThat(spans.headers().firstValue("x-amzn-ErrorType")).hasValue("ThrottlingException");
    }

    @Test
    void aBrokenAnswerHidesThatTheRequestWasTaken() {
        long before = stored();
        server.faults().plan(Fault.of(FaultKind.RESET).times(1));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> sendSpans(1));
        assertThat(stored()).isEqualTo(before + 1);
    }

    @Test
    void aBlackHoleHoldsManyRequestsAndStillLetsItselfBeLifted() throws Exception {
        server.faults().plan(Fault.of(FaultKind.BLACK_HOLE));
        CompletableFuture<?>[] swallowed = new CompletableFuture<?>[40];
        for (int i = 0; i < swallowed.length; i++) {
            swallowed[i] = CLIENT.sendAsync(spanRequest(), HttpResponse.BodyHandlers.discarding());
        }
        await().until(() -> http.json("/faults").get(0).get("happened").asInt() == swallowed.length);
        assertThat(swallowed).noneMatch(CompletableFuture::isDone);
        assertThat(http.send(http.request("/faults").DELETE()).statusCode()).isEqualTo(200);
        for (CompletableFuture<?> one : swallowed) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> one.get(20, SECONDS))
                    .withCauseInstanceOf(IOException.class);
        }
        assertThat(sendSpans(1).statusCode()).isEqualTo(200);
    }

    @Test
    void whileNobodyListensConnectionsAreRefused() {
        server.faults().plan(Fault.of(FaultKind.REFUSE).lasting(Duration.ofHours(1)));
        assertThatThrownBy(() -> sendSpans(1)).hasCauseInstanceOf(ConnectException.class);
        server.faults().lift();
        assertThat(sendSpans(1).statusCode()).isEqualTo(200);
    }

    @Test
    void whoAsksOverTheNetworkToBeRefusedIsAnsweredFirstAndServedAfterwards() {
        assertThat(put("refuse,seconds=1").statusCode()).isEqualTo(200);
        await().until(FaultsTest::isRefused);
        await().until(() -> !isRefused());
        assertThat(http.json("/faults")).isEmpty();
    }

    private static boolean isRefused() {
        try {
            return http.get("/health").statusCode() != 200;
        } catch (UncheckedIOException refused) {
            return true;
        }
    }

    @Test
    void aDrippingAnswerIsGoodAndSlow() throws Exception {
        long before = stored();
        server.faults().plan(Fault.of(FaultKind.DRIP).times(1));
        HttpResponse<InputStream> answer = CLIENT.send(spanRequest(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (InputStream body = answer.body()) {
            assertThat(body.available()).isLessThan(10);
            assertThat(ExportTraceServiceResponse.parseFrom(body.readNBytes(4)).hasPartialSuccess())
                    .isFalse();
        }
        assertThat(stored()).isEqualTo(before + 1);
    }

    @Test
    void someItemsAreRejectedAndTheOthersTaken() throws Exception {
        long before = stored();
        put("partial,every=3");
        ExportTraceServiceResponse spans =
                ExportTraceServiceResponse.parseFrom(sendSpans(7).body());
        assertThat(spans.getPartialSuccess().getRejectedSpans()).isEqualTo(2);
        assertThat(stored()).isEqualTo(before + 5);

        ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
        var scope = request.addResourceLogsBuilder().addScopeLogsBuilder();
        for (int i = 0; i < 4; i++) {
            scope.addLogRecordsBuilder();
        }
        ExportLogsServiceResponse logs = ExportLogsServiceResponse.parseFrom(
                http.post("/v1/logs", PROTOBUF, request.build().toByteArray()).body());
        assertThat(logs.getPartialSuccess().getRejectedLogRecords()).isOne();
    }

    @Test
    void whatIsPlannedIsListedAndEndsByItself() {
        put("503,signal=traces,times=5");
        sendSpans(1);
        JsonNode listed = Http.tree(put("drip,seconds=1"));
        assertThat(listed).hasSize(2);
        assertThat(listed.get(0).toString())
                .isEqualTo(
                        "{\"fault\":\"503\",\"signal\":\"traces\",\"happened\":1,\"timesLeft\":4,\"secondsLeft\":null}");
        await().until(() -> http.json("/faults").size() == 1);
        http.send(http.request("/faults").DELETE());
        assertThat(http.json("/faults")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "502",
                "503,times=0",
                "503,times=x",
                "503,seconds=-1",
                "503,signal=spans",
                "503,often",
                "503,when=now",
                "refuse",
                "refuse,times=1,seconds=1",
                "refuse,signal=logs,seconds=1"
            })
    void aFaultThatNobodyKnowsIsRefusedWithWhatIsKnown(String fault) {
        HttpResponse<byte[]> answer = put(fault);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.text(answer)).containsAnyOf("black-hole", "number from", "traces", "refuse,seconds=60");
        assertThat(http.json("/faults")).isEmpty();
    }

    @Test
    void pagesFromElsewherePlanNothing() {
        HttpResponse<byte[]> answer = http.send(http.request("/faults")
                .header("Origin", "http://evil.example")
                .PUT(HttpRequest.BodyPublishers.ofString("503")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(http.json("/faults")).isEmpty();
        assertThat(http.post("/faults", "text/plain", "503").headers().firstValue("Allow"))
                .hasValue("GET, PUT, DELETE");
    }
}
