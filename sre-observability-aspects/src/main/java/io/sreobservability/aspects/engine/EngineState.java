package io.sreobservability.aspects.engine;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.aspects.health.EngineCounters;
import io.sreobservability.aspects.health.FaultLog;
import io.sreobservability.aspects.health.WeavingCheck;

/**
 * The engine's switches, counters and the OpenTelemetry it sends to: the one place with mutable static state. For {@code
 * SreObservability}, which is what applications call. Thread-safe.
 */
public final class EngineState {
    /** The name of OpenTelemetry's instrumentation scope, which every span and metric of the engine carries. */
    public static final String SCOPE = Telemetry.SCOPE;

    private static final EngineCounters COUNTERS = new EngineCounters();
    private static final FaultLog FAULTS = FaultLog.slf4j(COUNTERS);
    private static volatile boolean enabled;
    private static volatile boolean everEnabled;
    private static volatile boolean captureContent;
    private static final DimensionLimits DIMENSION_LIMITS;

    static {
        Settings settings = Settings.ofProcess(FAULTS);
        setEnabled(settings.enabled());
        captureContent = settings.captureContent();
        DIMENSION_LIMITS = settings.dimensionLimits();
    }

    private EngineState() {}

    /** Whether entered methods get spans. */
    public static boolean enabled() {
        return enabled;
    }

    /** Switches spans and metrics on or off; spans that are open when it is switched off still end. */
    public static void setEnabled(boolean value) {
        if (value) {
            everEnabled = true;
        }
        enabled = value;
    }

    /** Whether anything can be on a thread's stack; while it is {@code false}, an exit has nothing to look for. */
    static boolean everEnabled() {
        return everEnabled;
    }

    /** Whether attributes of sensitivity content, and messages of exceptions, are sent. */
    public static boolean captureContent() {
        return captureContent;
    }

    /** Switches content on or off for everything set from now on. */
    public static void setCaptureContent(boolean value) {
        captureContent = value;
    }

    /** Sends everything from now on to this OpenTelemetry; one that fails at once is a fault, and the former one stays. */
    public static void install(OpenTelemetry openTelemetry) {
        WeavingCheck.startOnce();
        try {
            WarmUp.run();
        } catch (Throwable thrown) {
            FAULTS.record(thrown);
        }
        try {
            Telemetry.install(openTelemetry, TimeSource.SYSTEM);
        } catch (Throwable thrown) {
            FAULTS.record(thrown);
        }
    }

    /** Like {@link #install}; the returned action brings back what was there before, even if that was nothing. */
    public static Runnable installUntil(OpenTelemetry openTelemetry) {
        Telemetry former = Telemetry.installed();
        install(openTelemetry);
        return () -> Telemetry.reinstall(former);
    }

    /** The engine's own counters. */
    public static EngineCounters counters() {
        return COUNTERS;
    }

    static DimensionLimits dimensionLimits() {
        return DIMENSION_LIMITS;
    }

    /** Where throwables of telemetry end. */
    public static FaultLog faults() {
        return FAULTS;
    }
}
