package io.sreobservability.aspects;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.aspects.engine.EngineState;
import io.sreobservability.aspects.health.EngineCounters;
import java.util.Objects;

/**
 * The switchboard of woven telemetry. Thread-safe; every switch works at once and for the whole process.
 *
 * <p>Without {@link #install}, spans and metrics go to {@code GlobalOpenTelemetry} as soon as the application has set
 * it, and nowhere before.
 *
 * <table>
 * <caption>Start values; a system property wins over the environment variable</caption>
 * <tr><th>environment variable</th><th>system property</th><th>meaning</th></tr>
 * <tr><td>{@code SRE_OBSERVABILITY_ENABLED}</td><td>{@code sre.observability.enabled}</td>
 *     <td>{@code false}: no spans, no metrics</td></tr>
 * <tr><td>{@code SRE_OBSERVABILITY_CAPTURE_CONTENT}</td><td>{@code sre.observability.capture-content}</td>
 *     <td>{@code true}: queries, parameters and messages leave the process, redacted and cut</td></tr>
 * <tr><td>{@code SRE_OBSERVABILITY_IDENTIFIER_DIMENSIONS}</td><td>{@code sre.observability.identifier-dimensions}</td>
 *     <td>{@code false}: attributes that name a person, such as the user's id, are no dimensions of metrics</td></tr>
 * <tr><td>{@code SRE_OBSERVABILITY_DIMENSION_VALUES}</td><td>{@code sre.observability.dimension-values}</td>
 *     <td>how many values of one dimension of a metric are told apart, 500 unless set; the rest share {@code _OTHER}</td></tr>
 * </table>
 */
public final class SreObservability {
    /** The name of the instrumentation scope that every span and metric of woven code carries. */
    public static final String SCOPE = EngineState.SCOPE;

    private SreObservability() {}

    /**
     * Sends everything from now on to this OpenTelemetry, instead of an earlier or the global one. Spans that are open
     * stay where they began. Wrappers of OpenTelemetry's context storage ({@code ContextStorage.addWrapper}) must be added
     * before: the first use of a context fixes them.
     */
    public static void install(OpenTelemetry openTelemetry) {
        EngineState.install(Objects.requireNonNull(openTelemetry, "openTelemetry"));
    }

    /**
     * Sends everything to this OpenTelemetry until the installation is closed, which brings back what was there before:
     * another one, the global one, or nothing. For tests; installations are closed in reverse order.
     */
    public static Installation installTemporarily(OpenTelemetry openTelemetry) {
        return EngineState.installUntil(Objects.requireNonNull(openTelemetry, "openTelemetry"))::run;
    }

    /** An OpenTelemetry that is installed until this is closed. */
    @FunctionalInterface
    public interface Installation extends AutoCloseable {
        @Override
        void close();
    }

    /** Whether annotated methods make spans and metrics. */
    public static boolean enabled() {
        return EngineState.enabled();
    }

    /** Switches spans and metrics on or off; a span that is open when they are switched off still ends. */
    public static void setEnabled(boolean enabled) {
        EngineState.setEnabled(enabled);
    }

    /** Whether attributes of sensitivity {@code content}, and messages of exceptions, are sent. */
    public static boolean captureContent() {
        return EngineState.captureContent();
    }

    /** Lets content leave the process, redacted and cut, or keeps it in; for everything set from now on. */
    public static void setCaptureContent(boolean captureContent) {
        EngineState.setCaptureContent(captureContent);
    }

    /** What the library had to correct or swallow so far. */
    public static SelfCounters selfCounters() {
        EngineCounters counters = EngineState.counters();
        return new SelfCounters(
                counters.faults(),
                counters.normalisedNames(),
                counters.staleFrames(),
                counters.missingRequired(),
                counters.refusedContexts());
    }
}
