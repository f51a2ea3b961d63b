package io.sreobservability.sreagent.gateway;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolDomain;
import io.sreobservability.sreagent.tool.openapi.OpenApiDocument;
import io.sreobservability.sreagent.web.OriginFilter;
import io.sreobservability.sreagent.web.OwnHosts;
import io.sreobservability.sreagent.web.ServletServer;
import io.sreobservability.sreagent.web.TracingFilter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The running gateway: MCP over streamable HTTP, without sessions. Every request stands alone, so nothing is kept for
 * clients that never come back, and one that outlives a restart of the gateway notices nothing.
 */
public final class GatewayServer implements AutoCloseable {
    /** The path of the one endpoint. */
    public static final String PATH = "/mcp";

    /** The gateway's {@code service.name} in traces. */
    public static final String SERVICE_NAME = "sre-gateway";

    private static final String SCOPE = "io.sreobservability.sreagent.gateway";

    /** Each call keeps its thread until the backend has answered; the rest is for greetings, refusals and Jetty itself. */
    private static final int MAX_THREADS = ToolDomain.values().length * BackendClient.MOST_AT_ONCE + 16;

    /** A call of a tool is some hundred bytes. */
    private static final int MAX_REQUEST_BYTES = 1 << 20;

    private final McpStatelessSyncServer mcp;
    private final ServletServer http;
    private final String host;

    private GatewayServer(McpStatelessSyncServer mcp, ServletServer http, String host) {
        this.mcp = mcp;
        this.http = http;
        this.host = host;
    }

    /**
     * Binds and answers. The backends need not be there yet: their documents are those of this version.
     *
     * @param openTelemetry where the spans go; its resource should carry {@link #SERVICE_NAME}
     * @throws java.net.BindException if the address can't be listened on, above all because the port is taken
     * @throws IOException if the host has no address or the server can't be started
     */
    public static GatewayServer start(GatewayConfig config, OpenTelemetry openTelemetry) throws IOException {
        InetAddress address = InetAddress.getByName(config.host());
        ServletServer http = ServletServer.bind(address, config.port(), SERVICE_NAME, MAX_THREADS);
        try {
            HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                    .messageEndpoint(PATH)
                    .maxRequestSize(MAX_REQUEST_BYTES)
                    .build();
            McpStatelessSyncServer mcp = mcp(transport, config, openTelemetry);
            TokenFilter token = new TokenFilter(config.token());
            OriginFilter noWebPages = new OriginFilter(new OwnHosts(address, http.port(), config.host()));
            TracingFilter tracing = new TracingFilter(openTelemetry, SCOPE, Set.of(PATH), token::admits);
            http.start(Map.of(PATH, transport), List.of(tracing, token, noWebPages));
            return new GatewayServer(mcp, http, config.host());
        } catch (IOException | RuntimeException e) {
            http.close();
            throw e;
        }
    }

    private static McpStatelessSyncServer mcp(
            HttpServletStatelessServerTransport transport, GatewayConfig config, OpenTelemetry openTelemetry) {
        ToolCalls calls =
                new ToolCalls(new BackendClient(config.apiKey(), config.patience(), openTelemetry), openTelemetry);
        return McpServer.sync(transport)
                .serverInfo(SERVICE_NAME, "1.0.0")
                .capabilities(ServerCapabilities.builder().tools(false).build())
                // Handlers run on the request's thread: that is where the trace's context is.
                .immediateExecution(true)
                .tools(tools(config).stream()
                        .map(tool -> specification(tool, calls))
                        .toList())
                .build();
    }

    private static List<GatewayTool> tools(GatewayConfig config) {
        ToolCatalog catalog = ToolCatalog.standard();
        List<GatewayTool> tools = new ArrayList<>();
        for (ToolDomain domain : ToolDomain.values()) {
            URI backend = config.backends().base(domain);
            tools.addAll(OpenApiTools.of(domain.serviceName(), OpenApiDocument.of(catalog, domain, backend)));
        }
        return tools;
    }

    private static SyncToolSpecification specification(GatewayTool tool, ToolCalls calls) {
        return SyncToolSpecification.builder()
                .tool(Tool.builder(tool.name(), tool.inputSchema())
                        .description(tool.description())
                        .build())
                .callHandler((transport, request) -> calls.call(tool, request))
                .build();
    }

    /** The TCP port it listens on. */
    public int port() {
        return http.port();
    }

    /** Where MCP clients call it. */
    public URI uri() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + PATH);
    }

    /** Refuses new requests, lets running ones finish for up to 5 s, then closes the port. */
    @Override
    public void close() {
        try {
            http.close();
        } finally {
            mcp.close();
        }
    }
}
