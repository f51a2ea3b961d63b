package io.sreobservability.sreagent.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.backend.data.DataSet;
import io.sreobservability.sreagent.backend.endpoint.Endpoint;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolDomain;
import io.sreobservability.sreagent.tool.openapi.OpenApiDocument;
import io.sreobservability.sreagent.web.OwnHosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One running backend: an HTTP/1.1 server for the tools of one domain. */
public final class BackendServer implements AutoCloseable {
    private static final ToolCatalog CATALOG = ToolCatalog.standard();
    private static final int THREADS = 16;
    private static final int QUEUE = 256;
    private static final Duration DRAIN = Duration.ofSeconds(5);

    static {
        // Read once by jdk.httpserver. Without the first, an answer on a kept connection waits 40 ms for Nagle's
        // algorithm; the second (seconds) keeps a caller that never finishes its request from holding a thread.
        setDefault("sun.net.httpserver.nodelay", "true");
        setDefault("sun.net.httpserver.maxReqTime", "30");
    }

    private final HttpServer server;
    private final ExecutorService executor;
    private final InFlight inFlight;
    private final String host;

    private BackendServer(HttpServer server, ExecutorService executor, InFlight inFlight, String host) {
        this.server = server;
        this.executor = executor;
        this.inFlight = inFlight;
        this.host = host;
    }

    /**
     * Reads the data, binds and answers.
     *
     * @param openTelemetry where the server spans go; its resource should carry the domain's service name
     * @throws java.net.BindException if the address can't be listened on, above all because the port is taken
     * @throws IOException if the host has no address or the server can't be made
     * @throws io.sreobservability.sreagent.backend.data.DataException if the data can't be used
     */
    public static BackendServer start(BackendConfig config, OpenTelemetry openTelemetry) throws IOException {
        DataSet data = DataSet.load(config.domain(), config.dataFolder(), config.clock());
        Router router = new Router(CATALOG.definitions(config.domain()));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName(config.host()), config.port()), QUEUE);
        ExecutorService executor = boundedPool(config.domain().serviceName());
        server.setExecutor(executor);

        InFlight inFlight = new InFlight();
        Map<String, JsonNode> fixed = fixedAnswers(
                config.domain(), uri(config.host(), server.getAddress().getPort()));
        HttpContext context =
                server.createContext("/", new ToolHandler(router, fixed, Endpoint.of(config.domain()), data));
        // Outermost first.
        context.getFilters().add(inFlight);
        ApiKeyFilter apiKey = new ApiKeyFilter(config.apiKey());
        context.getFilters().add(new TracingFilter(openTelemetry, apiKey::admits, path -> route(router, fixed, path)));
        InetSocketAddress bound = server.getAddress();
        context.getFilters().add(new OriginFilter(new OwnHosts(bound.getAddress(), bound.getPort(), config.host())));
        context.getFilters().add(apiKey);
        if (!config.latency().isZero()) {
            context.getFilters().add(new LatencyFilter(config.latency()));
        }
        server.start();
        return new BackendServer(server, executor, inFlight, config.host());
    }

    private static Map<String, JsonNode> fixedAnswers(ToolDomain domain, URI here) {
        JsonNode health =
                JsonNodeFactory.instance.objectNode().put("status", "healthy").put("service", domain.serviceName());
        return Map.of(
                OpenApiDocument.HEALTH_PATH, health, OpenApiDocument.PATH, OpenApiDocument.of(CATALOG, domain, here));
    }

    private static Optional<String> route(Router router, Map<String, JsonNode> fixed, String path) {
        return fixed.containsKey(path)
                ? Optional.of(path)
                : router.match(path).map(match -> match.tool().path());
    }

    // When all threads and the queue are busy the accepting thread answers itself: callers wait, memory doesn't grow.
    private static ExecutorService boundedPool(String name) {
        AtomicInteger count = new AtomicInteger();
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        return new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                threads,
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** The TCP port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Where it can be called, without a path. */
    public URI uri() {
        return uri(host, port());
    }

    private static URI uri(String host, int port) {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** Refuses new requests, lets running ones finish for up to 5 s, then closes the port. */
    @Override
    public void close() {
        boolean drained = inFlight.drain(DRAIN);
        if (!drained) {
            executor.shutdownNow();
        }
        server.stop(0);
        executor.shutdown();
    }
}
