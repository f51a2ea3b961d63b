package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no honest client sends. */
class HostileInputTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private static StandInServer server;
    private static Http http;

    @BeforeAll
    @BeforeContainer
    static void start() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral());
        http = new Http(server);
    }

    @AfterAll
    @AfterContainer
    static void stop() {
        server.close();
    }

    @Property(tries = 100)
    void anyBytesAreAnsweredAndNeverWithAServerError(@ForAll @Size(max = 200) byte[] body) {
        for (String type : new String[] {"application/x-protobuf", "application/json"}) {
            assertThat(http.post("/v1/traces", type, body).statusCode()).isIn(200, 400);
            assertThat(http.post("/v1/logs", type, body).statusCode()).isIn(200, 400);
        }
        assertThat(http.postGzip("/v1/logs", "application/x-protobuf", body).statusCode())
                .isIn(200, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "null",
                "{} {}",
                "{\"resourceSpans\":1}",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"xyz\"}]}]}]}"
            })
    void malformedJsonIs400WithAnRpcStatusInJson(String body) {
        HttpResponse<byte[]> response = http.post("/v1/traces", "application/json", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Http.tree(response).get("code").asInt()).isEqualTo(3);
        assertThat(Http.tree(response).get("message").asText()).startsWith("The body ");
    }

    @Test
    void malformedProtobufIs400WithAnRpcStatusInProtobuf() {
        HttpResponse<byte[]> response = http.post("/v1/traces", "application/x-protobuf", new byte[] {0x0A, 0x7F});
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-protobuf");
        // Field 1 is the code, a varint; field 2 the message, with its length.
        assertThat(response.body()).startsWith(0x08, 3, 0x12, response.body().length - 4);
    }

    @Test
    void deepNestingIsRefusedAndDoesNotOverflowTheStack() {
        String value = "{\"arrayValue\":{\"values\":[".repeat(5_000);
        String body = "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"k\",\"value\":" + value;
        assertThat(http.post("/v1/traces", "application/json", body).statusCode())
                .isEqualTo(400);
        String closed = "{\"arrayValue\":{\"values\":[".repeat(150) + "]}}".repeat(150);
        body = "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"k\",\"value\":" + closed + "}]}}]}";
        assertThat(http.post("/v1/traces", "application/json", body).statusCode())
                .isEqualTo(400);
    }

    @Test
    void brokenGzipIs400() {
        assertThat(http.postGzip("/v1/traces", "application/json", "no gzip".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        byte[] cut = Arrays.copyOf(Http.gzip(new byte[1_000]), 20);
        assertThat(http.postGzip("/v1/traces", "application/x-protobuf", cut).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/v1/traces,5", "/v1/logs,1"})
    void aBodyOverTheLimitIs413PlainAndCompressed(String path, int mebibytes) {
        byte[] tooLarge = new byte[mebibytes * MEBIBYTE + 1];
        assertThat(http.post(path, "application/x-protobuf", tooLarge).statusCode())
                .isEqualTo(413);
        HttpResponse<byte[]> bomb = http.postGzip(path, "application/json", Http.gzip(tooLarge));
        assertThat(bomb.statusCode()).isEqualTo(413);
        assertThat(Http.tree(bomb).get("message").asText()).contains("larger than " + mebibytes * MEBIBYTE);
    }

    @Test
    void moreThanTenThousandSpansAreRefused() {
        String spans = "{},".repeat(10_000) + "{}";
        HttpResponse<byte[]> response = http.post(
                "/v1/traces",
                "application/json",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + spans + "]}]}]}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Http.text(response)).contains("10001 spans");
    }

    @Test
    void anUnknownContentTypeOrEncodingIs415() {
        assertThat(http.post("/v1/traces", "text/plain", "x").statusCode()).isEqualTo(415);
        HttpResponse<byte[]> encoded = http.send(http.request("/v1/logs")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "br")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(encoded.statusCode()).isEqualTo(415);
        assertThat(Http.text(encoded)).contains("gzip");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/traces,POST",
        "PUT,/,POST",
        "POST,/api/traces,GET",
        "DELETE,/api/dashboards/a,GET",
        "HEAD,/health,GET"
    })
    void aWrongMethodIs405AndTheRightOneIsNamed(String method, String path, String allowed) {
        HttpResponse<byte[]> response =
                http.send(http.request(path).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/metric", "/v1/traces/", "/api", "/api/trace", "/healthz", "/%2e%2e/etc"})
    void anUnknownPathIs404(String path) {
        assertThat(http.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=1001",
                "limit=x",
                "limit=99999999999",
                "limt=5",
                "limit=1&limit=2",
                "limit="
            })
    void aBadQueryParameterIs400WithAnErrorInJson(String query) {
        HttpResponse<byte[]> response = http.get("/api/traces?" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Http.tree(response).get("error").asText()).contains("limi");
    }

    @Test
    void anUnknownTraceIs404WithAnErrorInJson() {
        HttpResponse<byte[]> response = http.get("/api/traces/0123456789abcdef0123456789abcdef");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Http.tree(response).get("error").asText()).contains("0123456789abcdef0123456789abcdef");
    }

    @Test
    void slowClientsDoNotKeepOthersOut() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST /v1/traces HTTP/1.1\r\nHost: localhost:" + server.port()
                                        + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            assertThat(http.send(http.request("/health").timeout(Duration.ofSeconds(20)))
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
