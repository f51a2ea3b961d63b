package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OTLP's JSON encoding, and what is answered about items that are refused. */
class OtlpJsonTest {
    private static final String TRACE = "5B8EFFF798038103D269B633813FC60C";
    private static final String TRACES = """
            {"resourceSpans": [{
              "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "backend-logs"}}]},
              "scopeSpans": [{"scope": {"name": "my.library", "futureField": {}}, "spans": [{
                "traceId": "%s", "spanId": "EEE19B7EC3C1B174", "parentSpanId": "eee19b7ec3c1b173",
                "name": "GET /logs", "kind": 2, "futureField": [1, {"a": null}],
                "startTimeUnixNano": "1544712660000000000", "endTimeUnixNano": "1544712661000000001",
                "status": {"code": 2, "message": "why"},
                "links": [{"traceId": "%s", "spanId": "EEE19B7EC3C1B175"}],
                "events": [{"name": "e", "timeUnixNano": 1544712660500000000}],
                "attributes": [
                  {"key": "int", "value": {"intValue": "9007199254740993"}},
                  {"key": "double", "value": {"doubleValue": 1.5}},
                  {"key": "bytes", "value": {"bytesValue": "AQID"}},
                  {"key": "traceId", "value": {"stringValue": "not an id"}},
                  {"key": "list", "value": {"arrayValue": {"values": [{"boolValue": true}, {}]}}},
                  {"key": "map", "value": {"kvlistValue": {"values": [{"key": "k", "value": {"stringValue": "v"}}]}}}
                ]}]}]}]}
            """.formatted(TRACE, TRACE);

    private StandInServer server;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral());
        http = new Http(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void jsonSpansHaveHexIdsNumericEnumsAndLongsAsText() {
        HttpResponse<byte[]> response = http.post("/v1/traces", "application/json; charset=utf-8", TRACES);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(Http.text(response)).isEqualTo("{}");
        JsonNode span = http.json("/api/traces/" + TRACE).at("/spans/0");
        assertThat(span.toString())
                .isEqualTo(
                        "{\"spanId\":\"eee19b7ec3c1b174\",\"parentSpanId\":\"eee19b7ec3c1b173\",\"name\":\"GET /logs\","
                                + "\"kind\":\"SERVER\",\"service\":\"backend-logs\",\"scope\":\"my.library\","
                                + "\"startUnixNano\":1544712660000000000,\"endUnixNano\":1544712661000000001,"
                                + "\"durationNano\":1000000001,\"status\":\"ERROR\",\"statusMessage\":\"why\","
                                + "\"attributes\":{\"int\":9007199254740993,\"double\":1.5,\"bytes\":\"AQID\","
                                + "\"traceId\":\"not an id\",\"list\":[true,null],\"map\":{\"k\":\"v\"}},"
                                + "\"events\":[{\"name\":\"e\",\"timeUnixNano\":1544712660500000000,\"attributes\":{}}],"
                                + "\"resource\":{\"service.name\":\"backend-logs\"}}");
    }

    @Test
    void gzippedJsonIsTheSame() {
        byte[] zipped = Http.gzip(TRACES.getBytes(StandardCharsets.UTF_8));
        assertThat(http.postGzip("/v1/traces", "application/json", zipped).statusCode())
                .isEqualTo(200);
        assertThat(http.json("/api/traces").get("traces")).hasSize(1);
    }

    @Test
    void jsonLogRecordsAreTaken() {
        String logs = """
                {"resourceLogs": [{"scopeLogs": [{"logRecords": [
                  {"observedTimeUnixNano": "1544712660300000000", "severityNumber": 10, "traceId": "%s",
                   "spanId": "EEE19B7EC3C1B174", "body": {"kvlistValue": {"values": [{"key": "k", "value": {"intValue": 1}}]}}},
                  {"timeUnixNano": "1544712660200000000", "severityText": "Warnung", "traceId": "", "spanId": "00"}]}]}]}
                """.formatted(TRACE);
        assertThat(http.post("/v1/logs", "application/json", logs).statusCode()).isEqualTo(200);

        assertThat(http.json("/api/logs").get("records").toString())
                .isEqualTo(
                        "[{\"timeUnixNano\":1544712660200000000,\"severity\":\"Warnung\",\"body\":null,\"traceId\":null,"
                                + "\"spanId\":null,\"service\":\"unknown_service\",\"attributes\":{}},"
                                + "{\"timeUnixNano\":1544712660300000000,\"severity\":\"INFO2\",\"body\":{\"k\":1},"
                                + "\"traceId\":\"5b8efff798038103d269b633813fc60c\",\"spanId\":\"eee19b7ec3c1b174\","
                                + "\"service\":\"unknown_service\",\"attributes\":{}}]");
    }

    @Test
    void aLogRecordWithTheSameUidIsKeptOnce() {
        String logs = """
                {"resourceLogs": [{"scopeLogs": [{"logRecords": [{"timeUnixNano": "1",
                  "attributes": [{"key": "log.record.uid", "value": {"stringValue": "01ARZ3NDEKTSV4RRFFQ69G5FAV"}}]}]}]}]}
                """;
        http.post("/v1/logs", "application/json", logs);
        http.post("/v1/logs", "application/json", logs);

        assertThat(http.json("/api/logs").get("records")).hasSize(1);
        assertThat(http.json("/health").at("/logs/duplicates").asLong()).isEqualTo(1);
    }

    @Test
    void aBadSpanIsRefusedAloneAndNamedInTheAnswer() throws Exception {
        String good = "{\"traceId\":\"" + TRACE
                + "\",\"spanId\":\"eee19b7ec3c1b174\",\"name\":\"good\",\"startTimeUnixNano\":1}";
        String spans = String.join(
                ",",
                good,
                "{\"traceId\":\"00000000000000000000000000000000\",\"spanId\":\"eee19b7ec3c1b175\"}",
                "{\"traceId\":\"" + TRACE + "\",\"spanId\":\"ee\"}",
                "{\"traceId\":\"" + TRACE + "\",\"spanId\":\"eee19b7ec3c1b176\",\"parentSpanId\":\"ee\"}",
                "{\"traceId\":\"" + TRACE
                        + "\",\"spanId\":\"eee19b7ec3c1b177\",\"endTimeUnixNano\":\"18446744073709551615\"}");
        String body = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + spans + "]}]}]}";
        HttpResponse<byte[]> json = http.post("/v1/traces", "application/json", body);

        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(Http.tree(json).at("/partialSuccess/rejectedSpans").asText()).isEqualTo("4");
        assertThat(Http.tree(json).at("/partialSuccess/errorMessage").asText())
                .isEqualTo("a span's trace id is not 16 bytes, or all zeros");
        assertThat(http.json("/api/traces/" + TRACE).get("spans")).hasSize(1);

        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        request.addResourceSpansBuilder()
                .addScopeSpansBuilder()
                .addSpansBuilder()
                .setName("no ids");
        HttpResponse<byte[]> protobuf = http.post(
                "/v1/traces", "application/x-protobuf", request.build().toByteArray());
        assertThat(protobuf.headers().firstValue("Content-Type")).hasValue("application/x-protobuf");
        assertThat(ExportTraceServiceResponse.parseFrom(protobuf.body())
                        .getPartialSuccess()
                        .getRejectedSpans())
                .isEqualTo(1);
    }

    @Test
    void aLateSpanJoinsItsTrace() {
        http.post("/v1/traces", "application/json", TRACES);
        http.post(
                "/v1/traces",
                "application/json",
                TRACES.replace("EEE19B7EC3C1B174", "EEE19B7EC3C1B173")
                        .replace("\"parentSpanId\": \"eee19b7ec3c1b173\",", "")
                        .replace("GET /logs", "supervisor.investigate")
                        .replace("1544712660000000000", "1544712659000000000"));

        JsonNode trace = http.json("/api/traces").at("/traces/0");
        assertThat(trace.get("spanCount").asInt()).isEqualTo(2);
        assertThat(trace.get("errorCount").asInt()).isEqualTo(2);
        assertThat(trace.get("rootName").asText()).isEqualTo("supervisor.investigate");
        assertThat(trace.get("startUnixNano").asLong()).isEqualTo(1544712659000000000L);
        assertThat(trace.get("durationNano").asLong()).isEqualTo(2000000001L);
    }
}
