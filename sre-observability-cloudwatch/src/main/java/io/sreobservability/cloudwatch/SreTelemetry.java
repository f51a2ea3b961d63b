package io.sreobservability.cloudwatch;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.cloudwatch.SdkDelivery.Flushed;
import io.sreobservability.cloudwatch.buffer.Pipelines;
import io.sreobservability.cloudwatch.delivery.Balance;
import io.sreobservability.cloudwatch.delivery.DeliveryLedger;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.FlushBook;
import io.sreobservability.cloudwatch.delivery.SelfMetrics;
import io.sreobservability.cloudwatch.delivery.Shortfall;
import io.sreobservability.cloudwatch.delivery.Signal;
import io.sreobservability.cloudwatch.delivery.SpanCensus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program's telemetry from start to end.
 *
 * <pre>{@code
 * try (SreTelemetry telemetry = SreTelemetry.start(TelemetryConfig.fromEnvironment(System.getenv()))) {
 *     ... the program ...
 * }
 * }</pre>
 *
 * <p>A receiver that is away never stops or slows the program: what could not be delivered is counted, told in one log
 * line, and answered for by {@link #flush}. Safe for use by many threads.
 */
public final class SreTelemetry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SreTelemetry.class);

    private static final Flushed UNFINISHED = new Flushed(false, false);

    private final @Nullable OpenTelemetrySdk sdk;
    private final Pipelines pipelines;
    private final DeliveryLedger ledger;
    private final Duration shutdownBudget;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<Runnable> beforeExit = new CopyOnWriteArrayList<>();
    private final Thread shutdownHook = new Thread(this::exit, "sre-observability-exit");

    private SreTelemetry(
            @Nullable OpenTelemetrySdk sdk, Pipelines pipelines, DeliveryLedger ledger, Duration shutdownBudget) {
        this.sdk = sdk;
        this.pipelines = pipelines;
        this.ledger = ledger;
        this.shutdownBudget = shutdownBudget;
    }

    /**
     * Sets up the OpenTelemetry SDK and makes it the one that woven code and {@link GlobalOpenTelemetry} use. In mode
     * {@code none} nothing is set up, so that the application may install an SDK of its own.
     *
     * @throws TelemetryConfigException when a configuration key is unusable; nothing has been started then
     */
    public static SreTelemetry start(TelemetryConfig config) {
        if (config.mode() == TelemetryMode.NONE) {
            LOG.info("SRE Observability: mode none, nothing is sent ({}=aws or local changes that)", TelemetryMode.KEY);
            return hooked(
                    new SreTelemetry(null, new Pipelines(null, 0), new DeliveryLedger(), config.shutdownBudget()));
        }
        SdkSetup setup = new SdkSetup(config);
        OpenTelemetrySdk sdk = setup.build();
        SreTelemetry telemetry =
                hooked(new SreTelemetry(sdk, setup.pipelines(), setup.ledger(), config.shutdownBudget()));
        install(sdk);
        if (config.delivery().selfMetrics()) {
            SelfMetrics.register(sdk.getMeter("io.sreobservability.cloudwatch"), setup.ledger());
        }
        LOG.info("SRE Observability: {}", describe(config, setup.destinations()));
        return telemetry;
    }

    private static SreTelemetry hooked(SreTelemetry telemetry) {
        Runtime.getRuntime().addShutdownHook(telemetry.shutdownHook);
        return telemetry;
    }

    private static void install(OpenTelemetrySdk sdk) {
        SreObservability.install(sdk);
        try {
            GlobalOpenTelemetry.set(sdk);
        } catch (IllegalStateException alreadySet) {
            LOG.warn("GlobalOpenTelemetry was set before: libraries that use it send their telemetry elsewhere.");
        }
    }

    private static String describe(TelemetryConfig config, Map<Signal, String> destinations) {
        String line = "mode %s, traces -> %s, logs -> %s, metrics -> %s, region %s, namespace %s"
                .formatted(
                        config.mode().word(),
                        destinations.getOrDefault(Signal.SPANS, "nowhere"),
                        destinations.getOrDefault(Signal.LOGS, "nowhere"),
                        destinations.getOrDefault(Signal.METRICS, "nowhere"),
                        config.region(),
                        config.namespace());
        return config.mode() == TelemetryMode.AWS ? line + ", log group " + config.logGroup() : line;
    }

    /** The SDK's API; one that does nothing in mode {@code none}. */
    public OpenTelemetry openTelemetry() {
        return sdk == null ? OpenTelemetry.noop() : sdk;
    }

    /**
     * Sends everything recorded so far, metrics included. If the receiver does not take it now, the call does not wait for
     * better times: what is left stays in the buffer and is sent later.
     *
     * @param budget the longest this call may take
     * @return true only if the receiver acknowledged every span, log record and metric point recorded since the last flush
     *     (or since the start), or for spans to the X-Ray daemon, which acknowledges nothing, that they were sent; otherwise
     *     one log line says what is missing
     */
    public boolean flush(Duration budget) {
        OpenTelemetrySdk started = sdk;
        if (started == null) {
            return true;
        }
        return settled(
                "flush",
                ledger.beginFlush(),
                BoundedCall.run(
                        "sre-observability-flush",
                        budget,
                        deadline -> SdkDelivery.flush(started, pipelines, deadline),
                        UNFINISHED));
    }

    /**
     * Sends what is left, within the shutdown budget, and ends the SDK. What the receiver does not take stays on the disk for
     * the next start, if there is a directory for it. Further calls do nothing.
     */
    @Override
    public void close() {
        finish();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException alreadyExiting) {
            LOG.debug("The JVM is exiting; its hook stays.");
        }
    }

    /**
     * Runs {@code action} when the JVM exits, before what is left is sent: for a server whose last requests still make
     * spans. Hooks of the application's own would run at the same time as the last flush. Not run by {@link #close}.
     */
    public void beforeExit(Runnable action) {
        beforeExit.add(action);
    }

    private void exit() {
        for (Runnable action : beforeExit) {
            try {
                action.run();
            } catch (Throwable e) {
                // An Error, too: the other actions and the last telemetry are owed all the same.
                LOG.warn("An action before exit failed: {}", e.toString());
            }
        }
        finish();
    }

    private void finish() {
        OpenTelemetrySdk started = sdk;
        if (started == null || !closed.compareAndSet(false, true)) {
            return;
        }
        settled(
                "shutdown",
                ledger.beginFlush(),
                BoundedCall.run(
                        "sre-observability-shutdown",
                        shutdownBudget,
                        deadline -> SdkDelivery.shutdown(started, pipelines, deadline),
                        UNFINISHED));
        LOG.info("Telemetry at the end: {}", books());
        StockLogs.restore();
    }

    /** Spans from their start to their end; from there on {@link #balances} tells. */
    public SpanCensus spanCensus() {
        return ledger.spanCensus();
    }

    /** Numbers since the start, one entry per exporter. */
    public List<Balance> balances() {
        return ledger.balances();
    }

    /** Why items of a signal were not delivered since the start, and how many for each reason. */
    public Map<FailureKind, Long> failures(Signal signal) {
        return ledger.failures(signal);
    }

    private String books() {
        return Stream.concat(Stream.of(ledger.spanCensus()), balances().stream())
                .map(Object::toString)
                .collect(Collectors.joining("; "));
    }

    /** Arguments are evaluated from left to right: the book is opened before the flush. */
    private static boolean settled(String what, FlushBook book, Flushed flushed) {
        List<Shortfall> shortfalls = book.settle(flushed.emptied());
        if (flushed.emptied() && shortfalls.isEmpty()) {
            return true;
        }
        LOG.warn("Telemetry {}: not everything was acknowledged ({})", what, reasons(flushed, shortfalls));
        return false;
    }

    private static String reasons(Flushed flushed, List<Shortfall> shortfalls) {
        String missing =
                String.join("; ", shortfalls.stream().map(Shortfall::toString).toList());
        if (flushed.ended()) {
            return missing;
        }
        return missing.isEmpty() ? "the time ran out" : missing + "; the time ran out";
    }
}
