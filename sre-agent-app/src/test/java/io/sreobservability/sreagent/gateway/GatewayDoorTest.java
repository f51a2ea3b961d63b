package io.sreobservability.sreagent.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.BindException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and that nothing of the inside gets out. */
class GatewayDoorTest {
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    private static final String TOKEN = "Authorization: Bearer test-token";
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = RunningGateway.before(Map.of());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String host() {
        return "Host: localhost:" + gateway.port();
    }

    @Test
    void theTokenOpensTheDoor() throws IOException {
        assertThat(gateway.raw(LIST, host(), TOKEN)).startsWith("HTTP/1.1 200 ").contains("k8s-api___get_pod_status");
        assertThat(gateway.raw(LIST, host(), "authorization: bearer test-token"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Other: 1",
                "Authorization: Bearer wrong",
                "Authorization: Bearer ",
                "Authorization: test-token",
                "Authorization: Basic test-token",
                "Authorization: Bearer test-token2"
            })
    void withoutTheTokenNobodyGetsIn(String header) throws IOException {
        assertThat(gateway.raw(LIST, host(), header))
                .startsWith("HTTP/1.1 401 ")
                .contains("WWW-Authenticate: Bearer", "{\"detail\":\"Invalid or missing access token\"}")
                .doesNotContain("get_pod_status");
    }

    @Test
    void aClientWithAWrongTokenIsToldSo() {
        assertThatThrownBy(() -> gateway.client("Bearer wrong").close())
                .hasStackTraceContaining("McpHttpClientTransportAuthorizationException");
    }

    @Test
    void aWebPageOrAForeignHostIsRefusedEvenWithTheToken() throws IOException {
        assertThat(gateway.raw(LIST, host(), TOKEN, "Origin: http://evil.test")).startsWith("HTTP/1.1 403 ");
        assertThat(gateway.raw(LIST, host(), TOKEN, "Origin: http://localhost:" + gateway.port()))
                .startsWith("HTTP/1.1 403 ");
        assertThat(gateway.raw(LIST, "Host: evil.test:" + gateway.port(), TOKEN))
                .matches("(?s)HTTP/1.1 4[0-9]{2} .*")
                .doesNotContain("get_pod_status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{\"jsonrpc\":\"2.0\"}", "{"})
    void malformedMessagesAreRefusedWithoutAStackTrace(String body) throws IOException {
        assertThat(gateway.raw(body, host(), TOKEN))
                .matches("(?s)HTTP/1.1 4[0-9]{2} .*")
                .doesNotContain("\tat ");
    }

    @Test
    void aMessageOfMoreThanOneMegabyteIsRefused() throws IOException {
        assertThat(gateway.raw("{\"jsonrpc\":\"2.0\",\"id\":\"" + "x".repeat(1 << 20) + "\"}", host(), TOKEN))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void aTakenPortIsReportedAsSuch() {
        assertThatThrownBy(() -> RunningGateway.before(
                        Map.of(), OpenTelemetry.noop(), config -> config.withPort(gateway.port())))
                .isInstanceOf(BindException.class);
    }
}
