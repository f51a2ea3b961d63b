package io.sreobservability.local.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Smithy RPC v2 CBOR, as the AWS SDKs of 2026 speak it to CloudWatch. */
class CborTest {
    private static final Instant NOW = Instant.parse("2026-11-29T17:30:00Z");
    private static final String CLOUDWATCH = "/service/GraniteServiceVersion20100801/operation/";
    private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

    /** The body of PutMetricData as version 2.57.8 of the AWS SDK for Java sent it: three data, one of each form. */
    private static final String SENT_BY_THE_SDK =
            "bf694e616d657370616365735352454167656e742f50726f64756374696f6e6a4d65747269634461746183bf6a"
                    + "4d65747269634e616d656d546f6f6c457865637574696f6e6a44696d656e73696f6e7381bf644e616d6568546f"
                    + "6f6c4e616d656556616c75656e6765745f706f645f737461747573ff6954696d657374616d70c1fb41dac3190c"
                    + "a8c49c6656616c75657382fa4148000019032066436f756e747382030164556e69746c4d696c6c697365636f6e"
                    + "6473ffbf6a4d65747269634e616d656c4167656e74526f7574696e676556616c75650164556e697465436f756e"
                    + "74ffbf6a4d65747269634e616d65635365746f53746174697374696356616c756573bf6b53616d706c65436f75"
                    + "6e74026353756d03674d696e696d756d01674d6178696d756d02ff7153746f726167655265736f6c7574696f6e"
                    + "01ffff";

    private static StandInServer server;
    private static Http http;

    @BeforeAll
    static void start() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral().withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
        http = new Http(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> call(String path, byte[] body) {
        return http.send(Aws.signed(http, path)
                .header("Content-Type", "application/cbor")
                .header("smithy-protocol", "rpc-v2-cbor")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static HttpResponse<byte[]> call(String operation, Map<String, ?> parameters) {
        return call(CLOUDWATCH + operation, cbor(parameters));
    }

    private static byte[] cbor(Object value) {
        try {
            return CBOR.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(HttpResponse<byte[]> response) throws IOException {
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/cbor");
        assertThat(response.headers().firstValue("smithy-protocol")).hasValue("rpc-v2-cbor");
        return CBOR.readTree(response.body());
    }

    private static JsonNode answer(String operation, Map<String, ?> parameters) throws IOException {
        HttpResponse<byte[]> response = call(operation, parameters);
        JsonNode answer = read(response);
        assertThat(response.statusCode()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static void assertError(HttpResponse<byte[]> response, int status, String type, String words)
            throws IOException {
        JsonNode error = read(response);
        assertThat(response.statusCode()).as(error.toString()).isEqualTo(status);
        assertThat(error.get("__type").asText()).isEqualTo("com.amazonaws.cloudwatch#" + type);
        assertThat(error.get("message").asText()).contains(words);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private static Map<String, Object> datum(String name, double value) {
        return Map.of("MetricName", name, "Value", value, "Timestamp", NOW.getEpochSecond());
    }

    @Test
    void whatAnSdkOf2026SendsIsStored() throws IOException {
        HttpResponse<byte[]> response =
                call(CLOUDWATCH + "PutMetricData", HexFormat.of().parseHex(SENT_BY_THE_SDK));
        assertThat(read(response)).isEmpty();
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode metrics =
                http.json("/api/metrics?namespace=SREAgent%2FProduction").get("metrics");
        assertThat(metrics)
                .extracting(metric -> (metric.get("name").asText() + " "
                                + metric.get("unit").asText() + " " + metric.get("dimensions") + metric.get("data"))
                        .replace("\"", ""))
                .containsExactlyInAnyOrder(
                        "ToolExecution Milliseconds {ToolName:get_pod_status}"
                                + "[{timestamp:1795974194,values:[12.5,800.0],counts:[3.0,1.0]}]",
                        "AgentRouting Count {}[{timestamp:" + NOW.getEpochSecond() + ",values:[1.0],counts:[1.0]}]",
                        "Set None {}[{timestamp:" + NOW.getEpochSecond()
                                + ",statistics:{sampleCount:2.0,sum:3.0,minimum:1.0,maximum:2.0}}]");
    }

    @Test
    void questionsAreAnsweredWithTimesThatSaySo() throws IOException {
        answer("PutMetricData", Map.of("Namespace", "Asked", "MetricData", List.of(datum("m", 2), datum("m", 4))));

        assertThat(answer("ListMetrics", Map.of("Namespace", "Asked")).toString())
                .isEqualTo("{\"Metrics\":[{\"Namespace\":\"Asked\",\"MetricName\":\"m\",\"Dimensions\":[]}]}");
        Map<String, Object> question = Map.of(
                "Namespace",
                "Asked",
                "MetricName",
                "m",
                "StartTime",
                NOW.getEpochSecond() - 60,
                "EndTime",
                NOW.getEpochSecond() + 60.5,
                "Period",
                60,
                "Statistics",
                List.of("Sum"),
                "ExtendedStatistics",
                List.of("p50"));
        byte[] answer = call("GetMetricStatistics", question).body();
        JsonNode point = CBOR.readTree(answer).at("/Datapoints/0");
        assertThat(point.get("Sum").asDouble()).isEqualTo(6);
        assertThat(point.at("/ExtendedStatistics/p50").asDouble()).isEqualTo(2);
        try (CBORParser parser = new CBORFactory().createParser(answer)) {
            do {
                assertThat(parser.nextToken()).isNotNull();
            } while (!"Timestamp".equals(parser.currentName()));
            assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_NUMBER_FLOAT);
            assertThat(parser.getCurrentTag()).isEqualTo(1);
            assertThat(parser.getDoubleValue()).isEqualTo((double) NOW.getEpochSecond());
        }
    }

    @Test
    void dashboardsAreKept() throws IOException {
        String body = "{\"widgets\":[]}";
        assertThat(answer("PutDashboard", Map.of("DashboardName", "d", "DashboardBody", body))
                        .get("DashboardValidationMessages"))
                .isEmpty();
        assertThat(answer("GetDashboard", Map.of("DashboardName", "d"))
                        .get("DashboardBody")
                        .asText())
                .isEqualTo(body);
        assertThat(answer("ListDashboards", Map.of())
                        .at("/DashboardEntries/0/Size")
                        .asLong())
                .isEqualTo(body.length());
    }

    @Test
    void aRefusalHasBothNamesOfItsError() throws IOException {
        HttpResponse<byte[]> response = call(
                "PutMetricData",
                Map.of("Namespace", "Refused", "MetricData", List.of(datum("good", 1), datum("bad", Double.NaN))));
        assertError(response, 400, "InvalidParameterValueException", "MetricData.member.2.Value must be a number");
        assertThat(response.headers().firstValue("x-amzn-query-error")).hasValue("InvalidParameterValue;Sender");
        assertError(call("DescribeAlarms", Map.of()), 400, "UnknownOperationException", "PutMetricData");
        HttpResponse<byte[]> dashboard =
                call("PutDashboard", Map.of("DashboardName", "bad", "DashboardBody", "{\"widgets\":[{}]}"));
        assertError(dashboard, 400, "DashboardInvalidInputError", "");
        assertThat(read(dashboard).at("/dashboardValidationMessages/0/DataPath").asText())
                .startsWith("/widgets/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/service/Other/operation/PutMetricData", "/service/", CLOUDWATCH, CLOUDWATCH + "a/b"})
    void anotherPathIsRefusedNamingTheRightOne(String path) throws IOException {
        assertError(call(path, cbor(Map.of())), 400, "UnknownOperationException", "");
    }

    @Test
    void anotherProtocolOnThePathIsRefusedNamingWhatIsSupported() throws IOException {
        for (List<String> header :
                List.of(List.of("Content-Type", "application/cbor"), List.of("smithy-protocol", "rpc-v2-cbor"))) {
            HttpResponse<byte[]> response = http.send(Aws.signed(http, CLOUDWATCH + "PutMetricData")
                    .header(header.get(0), header.get(1))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(cbor(Map.of()))));
            assertError(response, 415, "UnsupportedProtocolException", "smithy-protocol: rpc-v2-cbor");
        }
    }

    @Test
    void anOperationWithoutParametersNeedsNoBody() {
        HttpResponse<byte[]> response = http.send(Aws.signed(http, CLOUDWATCH + "ListMetrics")
                .header("smithy-protocol", "rpc-v2-cbor")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a0a0", "80", "f6", "01", "ff", "bf", "a1", "a16141"})
    void aBodyThatIsNoStructureIsOneClearError(String body) throws IOException {
        assertError(
                call(CLOUDWATCH + "ListMetrics", HexFormat.of().parseHex(body)), 400, "SerializationException", "CBOR");
    }

    @Test
    void damagedBytesAreNeverMoreThanAMistakeOfTheSender() {
        byte[] sent = HexFormat.of().parseHex(SENT_BY_THE_SDK.replace(hex("SREAgent"), hex("Damaged!")));
        Random random = new Random(41);
        for (int i = 0; i < 100; i++) {
            byte[] damaged = Arrays.copyOf(sent, i % 4 == 0 ? random.nextInt(sent.length) : sent.length);
            for (int hits = 1 + random.nextInt(3); hits > 0 && damaged.length > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(call(CLOUDWATCH + "PutMetricData", damaged).statusCode())
                    .as(HexFormat.of().formatHex(damaged))
                    .isIn(200, 400, 413);
        }
    }

    @Test
    void aSmallBodyThatUnfoldsToMillionsOfParametersIsRefused() throws IOException {
        byte[] many = cbor(Map.of("MetricData", Collections.nCopies(1_000_000, 0)));
        HttpResponse<byte[]> response = http.send(Aws.signed(http, CLOUDWATCH + "PutMetricData")
                .header("Content-Type", "application/cbor")
                .header("smithy-protocol", "rpc-v2-cbor")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Http.gzip(many))));
        assertError(response, 413, "RequestEntityTooLargeException", "more parameters than");
        HttpResponse<byte[]> json = http.send(Aws.signed(http, "/")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", Aws.CLOUDWATCH + "PutMetricData")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        Http.gzip(("{\"MetricData\":[0" + ",0".repeat(1_000_000) + "]}").getBytes(UTF_8)))));
        assertThat(json.statusCode()).isEqualTo(413);
    }
}
