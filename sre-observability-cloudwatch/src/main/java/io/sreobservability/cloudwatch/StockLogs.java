package io.sreobservability.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The SDK's own log of every failed export, with stack traces. It is silent while an SDK of ours runs: {@code
 * EndpointHealth} tells of an outage once, the ledger counts.
 *
 * <p>The loggers belong to the whole JVM, so they get their level back when the last of our SDKs is closed.
 */
final class StockLogs {

    /** Held for good: java.util.logging forgets the level of a logger that nobody refers to. */
    private static final List<Logger> ALL = List.of(
            Logger.getLogger("io.opentelemetry.exporter.otlp.internal.HttpExporter"),
            Logger.getLogger("io.opentelemetry.exporter.otlp.internal.GrpcExporter"),
            Logger.getLogger("io.opentelemetry.sdk.metrics.export.PeriodicMetricReader"));

    private static final List<Logger> SILENCED = new ArrayList<>();
    private static int users;

    private StockLogs() {}

    /** Leaves a logger alone whose level the user set. Every call is to be followed by a {@link #restore}. */
    static synchronized void silence() {
        users++;
        for (Logger logger : ALL) {
            if (logger.getLevel() == null) {
                logger.setLevel(Level.OFF);
                SILENCED.add(logger);
            }
        }
    }

    static synchronized void restore() {
        users--;
        if (users == 0) {
            SILENCED.forEach(logger -> logger.setLevel(null));
            SILENCED.clear();
        }
    }
}
