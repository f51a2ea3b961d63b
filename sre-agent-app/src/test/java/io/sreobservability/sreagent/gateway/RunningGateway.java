package io.sreobservability.sreagent.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.tool.AccessToken;
import io.sreobservability.sreagent.tool.ApiKey;
import io.sreobservability.sreagent.tool.GatewayAddress;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolClient;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A gateway on a free loopback port, and the SDK's own client for it. */
public final class RunningGateway implements AutoCloseable {
    public static final AccessToken TOKEN = AccessToken.of("test-token");
    public static final ApiKey KEY = ApiKey.of("test-key");

    private final GatewayServer server;

    private RunningGateway(GatewayServer server) {
        this.server = server;
    }

    /** In front of these backends; a domain without one is where nothing listens. */
    public static RunningGateway before(Map<ToolDomain, URI> backends) throws IOException {
        return before(backends, OpenTelemetry.noop(), UnaryOperator.identity());
    }

    public static RunningGateway before(
            Map<ToolDomain, URI> backends, OpenTelemetry telemetry, UnaryOperator<GatewayConfig> change)
            throws IOException {
        Map<ToolDomain, URI> addresses = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            addresses.put(domain, backends.getOrDefault(domain, URI.create("http://127.0.0.1:1")));
        }
        GatewayConfig config = GatewayConfig.standard(TOKEN, KEY, BackendAddresses.of(addresses))
                .withPort(0);
        return new RunningGateway(GatewayServer.start(change.apply(config), telemetry));
    }

    public URI uri() {
        return server.uri();
    }

    int port() {
        return server.port();
    }

    /** An agent's way to its tools. */
    public ToolClient toolClient() {
        return new ToolClient(ToolCatalog.standard(), new GatewayAddress(uri()), () -> TOKEN);
    }

    /** What an agent's environment says of it. */
    public Map<String, String> environment() {
        return Map.of("SRE_AGENT_GATEWAY_URL", uri().toString(), "GATEWAY_ACCESS_TOKEN", "test-token");
    }

    /** The SDK's client, initialized. */
    McpSyncClient client() {
        return client(TOKEN.headerValue());
    }

    McpSyncClient client(String authorization) {
        HttpClientStreamableHttpTransport transport = HttpClientStreamableHttpTransport.builder(
                        "http://127.0.0.1:" + port())
                .addHttpRequestCustomizer((request, method, uri, body, context) -> {
                    request.header("Authorization", authorization);
                })
                .build();
        McpSyncClient client =
                McpClient.sync(transport).requestTimeout(Duration.ofSeconds(20)).build();
        client.initialize();
        return client;
    }

    static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    /** Sends this as it is and gives the whole answer; for what an MCP client would not send. */
    String raw(String body, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            OutputStream out = socket.getOutputStream();
            byte[] bytes = body.getBytes(UTF_8);
            String head = "POST /mcp HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream"
                    + "\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n";
            out.write(head.getBytes(UTF_8));
            try {
                out.write(bytes);
            } catch (IOException refusedBeforeTheEnd) {
                // The answer is there all the same.
            }
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
