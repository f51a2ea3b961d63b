package io.sreobservability.sreagent.tool;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.sreobservability.aspects.propagation.ContextPropagator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the gateway: made when it is first needed, shared by all threads, made anew if that failed. Knows the
 * tools by their names without the target that gateways put before them. It may be kept for days: a token that is refused is
 * read again, tools that are not in its list are looked for again, and a list that the gateway says has changed is renewed.
 */
final class GatewaySession implements AutoCloseable {
    /** The largest message that is read, in bytes. A tool's answer is text in JSON, so its quotes count twice. */
    static final int MAX_RESPONSE_BYTES = 4 << 20;

    private static final String CONTEXT = "context";
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    /** After a greeting that lasted or was refused nobody tries again for so long, nor lists the tools again. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final GatewayAddress address;
    private final TokenSource tokens;
    private final Duration patience;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();

    /** The list that the gateway has changed since it was read last, which the SDK fetches by itself; {@code null} for none. */
    private final AtomicReference<@Nullable List<Tool>> changed = new AtomicReference<>();

    private volatile AccessToken token;
    private @Nullable Connection connection;
    private @Nullable GatewayException failure;
    private long failedAt;

    GatewaySession(GatewayAddress address, TokenSource tokens, Duration patience, LongSupplier nanos) {
        this.address = address;
        this.tokens = tokens;
        this.token = tokens.read();
        this.patience = patience;
        this.nanos = nanos;
    }

    /** A working client, the gateway's names of its tools by the names without target, and when they were listed. */
    private record Connection(McpSyncClient client, Map<String, String> names, long listedAt) {}

    /** The names of all tools that the gateway offers, as far as they matter to these; connects if need be. */
    Set<String> offered(Collection<String> wanted) throws GatewayException {
        return connectFor(wanted).names().keySet();
    }

    CallToolResult call(String tool, Map<String, Object> arguments) throws GatewayException {
        Connection open = connectFor(List.of(tool));
        String name = open.names().get(tool);
        if (name == null) {
            throw new GatewayException(ToolFailure.TOOL_NOT_OFFERED, "does not offer this tool");
        }
        CallToolRequest request =
                CallToolRequest.builder(name).arguments(arguments).build();
        AccessToken shown = token;
        try {
            return send(open, request);
        } catch (GatewayException e) {
            if (e.code().equals(ToolFailure.http(401)) && renewed(shown)) {
                return send(open, request);
            }
            throw e;
        }
    }

    private static CallToolResult send(Connection open, CallToolRequest request) throws GatewayException {
        try {
            return open.client().callTool(request);
        } catch (RuntimeException e) {
            throw GatewayException.of(e);
        }
    }

    /** Whether there is another token than the one that was refused. */
    private boolean renewed(AccessToken refused) {
        token = tokens.read();
        return !token.isIn(refused.headerValue());
    }

    /**
     * A connection whose list has these tools, unless the gateway has them not. One caller greets, or lists, for all; the others
     * wait, but not beyond an interrupt.
     */
    private Connection connectFor(Collection<String> tools) throws GatewayException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GatewayException.of(e);
        }
        try {
            Connection open = withChanges(connection == null ? greet() : connection);
            boolean outdated = nanos.getAsLong() - open.listedAt() >= PAUSE.toNanos();
            return outdated && !open.names().keySet().containsAll(tools) ? listAgain(open) : open;
        } finally {
            lock.unlock();
        }
    }

    private Connection withChanges(Connection open) {
        List<Tool> tools = changed.getAndSet(null);
        if (tools != null) {
            connection = new Connection(open.client(), names(tools), nanos.getAsLong());
            return connection;
        }
        return open;
    }

    private Connection listAgain(Connection open) {
        try {
            connection = unrecorded(() -> listed(open.client()));
        } catch (RuntimeException e) {
            // What it had is still what is known; the call itself will say what is wrong.
            connection = new Connection(open.client(), open.names(), nanos.getAsLong());
        }
        return connection;
    }

    private Connection greet() throws GatewayException {
        if (failure != null && nanos.getAsLong() - failedAt < PAUSE.toNanos()) {
            throw failure;
        }
        token = tokens.read();
        McpSyncClient client = client();
        try {
            connection = unrecorded(() -> {
                client.initialize();
                return listed(client);
            });
            return connection;
        } catch (RuntimeException e) {
            client.close();
            throw remembered(GatewayException.of(e));
        }
    }

    /**
     * What fails at once and may pass can be asked for again at once, and an interrupt concerns one caller. Whoever hangs,
     * or refuses for good, would cost every call the same again.
     */
    private GatewayException remembered(GatewayException e) {
        boolean quick = e.mayPass() && !e.code().equals(ToolFailure.TIMEOUT);
        if (quick || e.code().equals(ToolFailure.INTERRUPTED)) {
            return e;
        }
        failure = e.lasting();
        failedAt = nanos.getAsLong();
        return failure;
    }

    /** A handshake serves many investigations and belongs to none: its trace is sent as one that nobody records. */
    private static <T> T unrecorded(Supplier<T> handshake) {
        try (Scope scope = unsampled().makeCurrent()) {
            // Named, so that the compiler sees it used: closing it restores the thread's former context.
            assert scope != null;
            return handshake.get();
        }
    }

    private static Context unsampled() {
        IdGenerator ids = IdGenerator.random();
        return Context.root()
                .with(Span.wrap(SpanContext.create(
                        ids.generateTraceId(),
                        ids.generateSpanId(),
                        TraceFlags.getDefault(),
                        TraceState.getDefault())));
    }

    private Connection listed(McpSyncClient client) {
        return new Connection(client, names(client.listTools().tools()), nanos.getAsLong());
    }

    private static Map<String, String> names(List<Tool> tools) {
        Map<String, String> names = new HashMap<>();
        for (Tool tool : tools) {
            int target = tool.name().indexOf(ToolDomain.SEPARATOR);
            names.put(
                    target < 0 ? tool.name() : tool.name().substring(target + ToolDomain.SEPARATOR.length()),
                    tool.name());
        }
        return Map.copyOf(names);
    }

    private McpSyncClient client() {
        HttpClientStreamableHttpTransport transport = HttpClientStreamableHttpTransport.builder(address.base())
                .endpoint(address.path())
                .connectTimeout(CONNECT_PATIENCE)
                .customizeClient(http -> http.followRedirects(HttpClient.Redirect.NEVER))
                .maxResponseSize(MAX_RESPONSE_BYTES)
                .addHttpRequestCustomizer((request, method, uri, body, context) -> complete(request, context))
                .build();
        return McpClient.sync(transport)
                .clientInfo(Implementation.builder("sre-agent", "1.0.0").build())
                .initializationTimeout(CONNECT_PATIENCE)
                .requestTimeout(patience)
                .toolsChangeConsumer(changed::set)
                // The request may be built on another thread than the caller's: its context goes along.
                .transportContextProvider(() -> McpTransportContext.create(Map.of(CONTEXT, Context.current())))
                .build();
    }

    /** Of who asks and what, nothing goes along but the investigation id. */
    private void complete(HttpRequest.Builder request, McpTransportContext transport) {
        request.header(AccessToken.HEADER, token.headerValue());
        if (transport.get(CONTEXT) instanceof Context context) {
            ContextPropagator.trusting().inject(context, request, (carrier, name, value) -> {
                if (carrier != null) {
                    carrier.setHeader(name, value);
                }
            });
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (connection != null) {
                connection.client().close();
            }
        } finally {
            lock.unlock();
        }
    }
}
