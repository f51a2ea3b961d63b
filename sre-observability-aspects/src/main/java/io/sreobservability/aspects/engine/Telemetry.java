package io.sreobservability.aspects.engine;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Tracer;
import io.sreobservability.aspects.health.WeavingCheck;
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
    private final ConcurrentHashMap<MetricDefinition, MetricRecorder> recorders = new ConcurrentHashMap<>();

    private Telemetry(OpenTelemetry openTelemetry, TimeSource time) {
        this.tracer = openTelemetry.getTracer(SCOPE);
        this.meter = openTelemetry.getMeter(SCOPE);
        this.time = time;
    }

    /** One that is not installed. */
    static Telemetry of(OpenTelemetry openTelemetry, TimeSource time) {
        return new Telemetry(openTelemetry, time);
    }

    static synchronized void install(OpenTelemetry openTelemetry, TimeSource time) {
        installed = new Telemetry(openTelemetry, time);
    }

    /** What was installed or adopted; {@code null} if nothing was yet. */
    static @Nullable Telemetry installed() {
        return installed;
    }

    /** Brings back what {@link #installed()} said earlier. */
    static synchronized void reinstall(@Nullable Telemetry former) {
        installed = former;
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

    /** What records the metrics of this point. */
    MetricRecorder[] recorders(SpanPoint point) {
        PointRecorders known = point.recorders();
        if (known == null || known.owner() != this) {
            known = new PointRecorders(
                    this, point.metrics().stream().map(this::recorder).toArray(MetricRecorder[]::new));
            point.setRecorders(known);
        }
        return known.recorders();
    }

    /** One per metric, so that the limits of a metric hold for all points that record it. */
    MetricRecorder recorder(MetricDefinition metric) {
        return recorders.computeIfAbsent(
                metric, missing -> new MetricRecorder(meter, missing, EngineState.dimensionLimits()));
    }

    /**
     * The recorders of one point, kept with it.
     *
     * @param owner whose recorders they are; another OpenTelemetry that is installed later has others
     */
    @SuppressWarnings("ArrayRecordComponent") // read on every call, never compared
    record PointRecorders(Telemetry owner, MetricRecorder[] recorders) {}

    private static synchronized Telemetry adoptGlobal() {
        Telemetry known = installed;
        if (known == null) {
            WeavingCheck.startOnce();
            known = new Telemetry(GlobalOpenTelemetry.getOrNoop(), TimeSource.SYSTEM);
            installed = known;
        }
        return known;
    }
}
