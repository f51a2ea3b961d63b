package io.sreobservability.sreagent.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A stop loses no call that is under way. */
class GatewayStopTest {
    @Test
    void closingFreesThePortAndLetsRunningCallsFinish() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        HttpServer backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.createContext("/", exchange -> {
            asked.countDown();
            try (exchange) {
                released.await();
                byte[] answer = "{\"pods\":[]}".getBytes(UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        backend.start();
        URI address = URI.create("http://127.0.0.1:" + backend.getAddress().getPort());
        RunningGateway gateway = RunningGateway.before(Map.of(ToolDomain.KUBERNETES, address));
        int port = gateway.port();
        try (McpSyncClient client = gateway.client()) {
            CompletableFuture<CallToolResult> running = CompletableFuture.supplyAsync(
                    () -> RunningGateway.call(client, "k8s-api___get_pod_status", Map.of()));
            asked.await();
            CompletableFuture<Void> stop = CompletableFuture.runAsync(gateway::close);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !isListening(port));
            released.countDown();

            assertThat(RunningGateway.text(running.get())).isEqualTo("{\"pods\":[]}");
            stop.get();
        } finally {
            released.countDown();
            backend.stop(0);
        }
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
