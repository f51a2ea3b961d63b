package io.sreobservability.local;

import io.sreobservability.local.console.Console;
import io.sreobservability.local.store.TelemetryStore;
import io.sreobservability.local.wire.api.QueryApi;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.CalledActions;
import io.sreobservability.local.wire.aws.dashboard.DashboardOperations;
import io.sreobservability.local.wire.aws.logs.LogGroupOperations;
import io.sreobservability.local.wire.aws.logs.QueryDefinitionOperations;
import io.sreobservability.local.wire.aws.logs.QueryOperations;
import io.sreobservability.local.wire.aws.metric.MetricOperations;
import io.sreobservability.local.wire.aws.protocol.AwsEndpoint;
import io.sreobservability.local.wire.aws.sigv4.Gatekeeper;
import io.sreobservability.local.wire.aws.sigv4.SignedEndpoint;
import io.sreobservability.local.wire.fault.Faults;
import io.sreobservability.local.wire.fault.FaultsApi;
import io.sreobservability.local.wire.fault.FaultyService;
import io.sreobservability.local.wire.http.Endpoint;
import io.sreobservability.local.wire.http.FrontDoor;
import io.sreobservability.local.wire.http.Listener;
import io.sreobservability.local.wire.http.LoopbackGuard;
import io.sreobservability.local.wire.http.Router;
import io.sreobservability.local.wire.otlp.LogStreamEndpoint;
import io.sreobservability.local.wire.otlp.OtlpEndpoint;
import io.sreobservability.local.wire.otlp.OtlpLimits;
import io.sreobservability.local.wire.otlp.SpanIntake;
import io.sreobservability.local.wire.otlp.WithoutTransactionSearch;
import io.sreobservability.local.wire.xray.DaemonPort;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A running stand-in. Close it to free its port and threads. */
public final class StandInServer implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int WAITING_REQUESTS = 256;
    private static final String REQUEST_SECONDS = "30";

    static {
        // jdk.httpserver reads its settings once, from system properties. Without the first, every answer on a
        // kept-alive
        // connection comes about 45 ms late (Nagle's algorithm against delayed acknowledgement); without the second, a
        // client that never finishes its request holds a thread for good. What the user has set himself stays.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
    }

    private final Listener listener;
    private final ExecutorService threads;
    private final TelemetryStore store;
    private final Faults faults;
    private final CalledActions actions;
    private final @Nullable DaemonPort daemon;

    private StandInServer(
            Listener listener,
            ExecutorService threads,
            TelemetryStore store,
            Faults faults,
            CalledActions actions,
            @Nullable DaemonPort daemon) {
        this.listener = listener;
        this.threads = threads;
        this.store = store;
        this.faults = faults;
        this.actions = actions;
        this.daemon = daemon;
    }

    /**
     * Starts a stand-in; it serves when this returns.
     *
     * @throws StandInException if the host is not of the loopback interface or the port is taken; the message is for users
     */
    public static StandInServer start(StandInConfig config) throws StandInException {
        InetAddress address = loopback(config.host());
        ExecutorService threads = threads();
        Listener listener = bind(address, config.port(), threads);
        TelemetryStore store = TelemetryStore.create(config.limits());
        DaemonPort daemon = daemon(address, config.daemonPort(), store, listener);
        Faults faults = new Faults(listener);
        CalledActions actions = new CalledActions();
        Router router = routes(store, config, actions);
        new FaultsApi(faults).addTo(router);
        listener.serve(new FrontDoor(new LoopbackGuard(listener.address()), router, new FaultyService(faults)));
        return new StandInServer(listener, threads, store, faults, actions, daemon);
    }

    private static AwsEndpoint aws(TelemetryStore store, Clock clock, Gatekeeper gatekeeper, CalledActions actions) {
        List<AwsOperation> operations = new ArrayList<>();
        operations.addAll(MetricOperations.of(store.metrics(), clock));
        operations.addAll(DashboardOperations.of(store.dashboards(), clock));
        operations.addAll(QueryDefinitionOperations.of(store.queryDefinitions(), clock));
        operations.addAll(LogGroupOperations.of(store.logGroups()));
        operations.addAll(QueryOperations.of(store));
        return new AwsEndpoint(operations, gatekeeper, actions);
    }

    private static Router routes(TelemetryStore store, StandInConfig config, CalledActions actions) {
        Gatekeeper gatekeeper = new Gatekeeper(config.access(), config.clock());
        AwsEndpoint aws = aws(store, config.clock(), gatekeeper, actions);
        Router router = new Router()
                .add("/", aws)
                .add("/service/", aws)
                .add("/v1/traces", traces(store, config, gatekeeper, actions))
                .add("/v1/logs", logs(store, config, gatekeeper, actions))
                .add("/v1/metrics", OtlpEndpoint.noMetrics(store.metrics()));
        new QueryApi(store).addTo(router);
        new Console(store, config.clock()).addTo(router);
        return router;
    }

    private static Endpoint traces(
            TelemetryStore store, StandInConfig config, Gatekeeper gatekeeper, CalledActions actions) {
        if (!config.access().strict()) {
            return OtlpEndpoint.traces(store.traces());
        }
        OtlpEndpoint traces = OtlpEndpoint.strictTraces(store.traces(), config.clock());
        return new SignedEndpoint(
                config.transactionSearch() ? traces : new WithoutTransactionSearch(traces),
                gatekeeper,
                "xray",
                OtlpLimits.TRACES,
                () -> actions.add("xray:PutSpans"));
    }

    private static Endpoint logs(
            TelemetryStore store, StandInConfig config, Gatekeeper gatekeeper, CalledActions actions) {
        if (!config.access().strict()) {
            return OtlpEndpoint.logs(store.logs());
        }
        OtlpEndpoint logs = OtlpEndpoint.strictLogs(store.logs(), config.clock());
        return new SignedEndpoint(
                new LogStreamEndpoint(logs, store.logGroups()),
                gatekeeper,
                "logs",
                OtlpLimits.LOGS,
                () -> actions.add("logs:PutLogEvents"));
    }

    private static InetAddress loopback(String host) throws StandInException {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StandInException("Unknown host '" + host + "': use 127.0.0.1, ::1 or localhost.");
        }
        if (!address.isLoopbackAddress()) {
            throw new StandInException(
                    "Host '" + host + "' is not on the loopback interface. The stand-in has no access"
                            + " control, so it listens only to this machine: use 127.0.0.1, ::1 or localhost.");
        }
        return address;
    }

    private static Listener bind(InetAddress address, int port, Executor threads) throws StandInException {
        try {
            return Listener.bind(new InetSocketAddress(address, port), threads);
        } catch (BindException e) {
            throw new StandInException("Cannot listen on port " + port + " of " + address.getHostAddress()
                    + ": it is taken or not allowed. Stop what uses it, or choose another port.");
        } catch (IOException e) {
            throw new StandInException("Cannot listen on port " + port + " of " + address.getHostAddress() + ".");
        }
    }

    private static @Nullable DaemonPort daemon(
            InetAddress address, @Nullable Integer port, TelemetryStore store, Listener listener)
            throws StandInException {
        if (port == null) {
            return null;
        }
        try {
            return DaemonPort.open(new InetSocketAddress(address, port), new SpanIntake(store.traces()));
        } catch (IOException e) {
            listener.close();
            throw new StandInException("Cannot take datagrams at port " + port + " of " + address.getHostAddress()
                    + ": it is taken or not allowed. Stop what uses it, or choose another port.");
        }
    }

    /** When all threads are busy and the queue is full, the accepting thread serves: callers wait, none is lost. */
    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_REQUESTS),
                task -> {
                    Thread thread = new Thread(task, "stand-in-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** The port it listens on. */
    public int port() {
        return listener.address().getPort();
    }

    /** Where clients reach it, such as {@code http://127.0.0.1:4318}. */
    public String url() {
        String address = listener.address().getAddress().getHostAddress();
        return "http://" + (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port();
    }

    /** The port of the X-Ray daemon that it stands in for, too, if it was asked to. */
    public OptionalInt daemonPort() {
        return daemon == null ? OptionalInt.empty() : OptionalInt.of(daemon.port());
    }

    /** What it has received. */
    public TelemetryStore store() {
        return store;
    }

    /** What callers did, in the words of IAM policies. Traces and logs are counted when they must be signed. */
    public Set<String> calledActions() {
        return actions.all();
    }

    /** What shall go wrong, on demand. */
    public Faults faults() {
        return faults;
    }

    /** Stops at once; requests under way are cut off. */
    @Override
    public void close() {
        faults.close();
        if (daemon != null) {
            daemon.close();
        }
        listener.close();
        threads.shutdownNow();
    }
}
