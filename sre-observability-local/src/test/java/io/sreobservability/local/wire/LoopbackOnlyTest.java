package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages from elsewhere and names that only pretend to be this machine stay out. */
class LoopbackOnlyTest {
    private static StandInServer server;
    private static Http http;

    @BeforeAll
    static void start() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral());
        http = new Http(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:%d",
                "127.0.0.1",
                "127.0.0.1:1",
                "0.0.0.0:%d",
                "localhost.evil.example:%d",
                "localhost:%d\r\nHost: evil.example"
            })
    void aForeignHostHeaderIs403(String host) throws Exception {
        assertThat(http.raw(get("/health", host))).startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:%d", "localhost:%d", "LOCALHOST:%d", "[::1]:%d"})
    void theNamesOfLoopbackAreTaken(String host) throws Exception {
        assertThat(http.raw(get("/health", host))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aMissingHostHeaderIs403() throws Exception {
        assertThat(http.raw("GET /health HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://localhost:1", "http://localhost.evil.example"})
    void aPageOfAForeignOriginIs403AndStoresNothing(String origin) {
        HttpResponse<byte[]> response = http.send(http.request("/v1/traces")
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void aPageOfOurOwnOriginIsTaken() {
        assertThat(http.send(http.request("/health").header("Origin", server.url()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyAnswerForbidsSniffingAndContent() {
        var headers = http.get("/health").headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    }

    private static String get(String path, String host) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host.formatted(server.port()) + "\r\nConnection: close\r\n\r\n";
    }
}
