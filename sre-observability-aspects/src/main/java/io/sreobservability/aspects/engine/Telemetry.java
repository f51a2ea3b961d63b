package io.sreobservability.aspects.engine;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Tracer;
import io.sreobservability.aspects.metric.MetricDefinition;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One OpenTelemetry instance with everything the engine needs of it, made once. Thread-safe. */
final class Telemetry {
    /** The name under which backends list what made the spans and metrics. */
    static final String SCOPE = "opentelemetry.instrumentation.sre-observability";

    private static volatile @Nullable Telemetry installed;

    private final Tracer tracer;
    private final Meter meter;
    private final TimeSource time;
    private final ConcurrentHashMap<MetricDefinition, Instrument> instruments = new ConcurrentHashMap<>();

    private Telemetry(OpenTelemetry openTelemetry, TimeSource time) {
        this.tracer = openTelemetry.getTracer(SCOPE);
        this.meter = openTelemetry.getMeter(SCOPE);
        this.time = time;
    }

    static synchronized void install(OpenTelemetry openTelemetry, TimeSource time) {
        installed = new Telemetry(openTelemetry, time);
    }

    /**
     * The installed instance; else the global one once the application has set it; else {@code null}. Asking for the
     * global one earlier would set it to a no-op for good and break the application's own start-up.
     */
    static @Nullable Telemetry current() {
        Telemetry known = installed;
        if (known != null || !GlobalOpenTelemetry.isSet()) {
            return known;
        }
        return adoptGlobal();
    }

    Tracer tracer() {
        return tracer;
    }

    TimeSource time() {
        return time;
    }

    Instrument instrument(MetricDefinition metric) {
        Instrument known = instruments.get(metric);
        return known != null
                ? known
                : instruments.computeIfAbsent(metric, missing -> Instrument.create(meter, missing));
    }

    private static synchronized Telemetry adoptGlobal() {
        Telemetry known = installed;
        if (known == null) {
            known = new Telemetry(GlobalOpenTelemetry.getOrNoop(), TimeSource.SYSTEM);
            installed = known;
        }
        return known;
    }
}
