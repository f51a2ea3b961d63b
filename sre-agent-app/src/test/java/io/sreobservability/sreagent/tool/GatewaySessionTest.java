package io.sreobservability.sreagent.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A connection that lasts for days notices what changes at the other end. */
class GatewaySessionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String EVENT = "event: message\ndata: ";

    private final AtomicLong now = new AtomicLong();
    private final AtomicReference<String> issued = new AtomicReference<>("first");
    private final List<String> offered = new CopyOnWriteArrayList<>(List.of("a___get_pod_status"));

    private GatewaySession session(ScriptedGateway gateway) {
        return new GatewaySession(gateway.address(), () -> AccessToken.of(issued.get()), PATIENCE, now::get);
    }

    @Test
    void aToolThatComesLaterIsFoundAndOneThatStaysAwayIsNotLookedForWithEachCall() throws Exception {
        try (ScriptedGateway gateway = new ScriptedGateway(ScriptedGateway.text("{}"), offered);
                GatewaySession session = session(gateway)) {
            assertThat(session.offered(List.of())).containsExactly("get_pod_status");
            offered.add("b___search_logs");
            now.addAndGet(Duration.ofSeconds(9).toNanos());
            assertThat(session.offered(List.of("search_logs"))).containsExactly("get_pod_status");

            now.addAndGet(Duration.ofSeconds(2).toNanos());
            assertThat(session.call("search_logs", Map.of()).content()).hasSize(1);

            assertThatThrownBy(() -> session.call("get_node_status", Map.of()))
                    .isInstanceOfSatisfying(
                            GatewayException.class, e -> assertThat(e.code()).isEqualTo("tool_not_offered"));
        }
    }

    /** MCP's notification, which may come with any answer: nobody has to miss a tool first. */
    @Test
    void aListThatTheGatewaySaysHasChangedIsRenewed() throws Exception {
        ScriptedGateway.Answer changing = (exchange, message) -> {
            offered.set(0, "b___search_logs");
            ObjectNode answer = ScriptedGateway.JSON.createObjectNode().put("jsonrpc", "2.0");
            answer.set("id", message.path("id"));
            answer.set("result", ScriptedGateway.content("{}"));
            String notification = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}";
            ScriptedGateway.raw(
                    exchange, 200, "text/event-stream", EVENT + notification + "\n\n" + EVENT + answer + "\n\n");
        };
        try (ScriptedGateway gateway = new ScriptedGateway(changing, offered);
                GatewaySession session = session(gateway)) {
            assertThat(session.call("get_pod_status", Map.of()).content()).hasSize(1);

            Awaitility.await()
                    .untilAsserted(() -> assertThat(session.offered(List.of())).containsExactly("search_logs"));
        }
    }

    @Test
    void aTokenThatWasRenewedIsShownOnceTheOldOneIsRefused() throws Exception {
        List<String> shown = new CopyOnWriteArrayList<>();
        ScriptedGateway.Answer onlyTheSecond = (exchange, message) -> {
            String header = exchange.getRequestHeaders().getFirst("Authorization");
            shown.add(header);
            if (header.equals("Bearer second")) {
                ScriptedGateway.text("{}").write(exchange, message);
            } else {
                exchange.sendResponseHeaders(401, -1);
            }
        };
        try (ScriptedGateway gateway = new ScriptedGateway(onlyTheSecond, offered);
                GatewaySession session = session(gateway)) {
            assertRefused(session);
            assertThat(shown).as("the same token is not shown twice").containsExactly("Bearer first");

            issued.set("second");
            assertThat(session.call("get_pod_status", Map.of()).content()).hasSize(1);
            assertThat(shown).containsExactly("Bearer first", "Bearer first", "Bearer second");
        }
    }

    private static void assertRefused(GatewaySession session) {
        assertThatThrownBy(() -> session.call("get_pod_status", Map.of()))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.code()).isEqualTo("http_401"));
    }
}
