package io.sreobservability.aspects.transparency.run;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.aspects.SreObservability;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A state of telemetry under which programs must be what they are without it.
 *
 * @param kind what is wrong, for people
 * @param detail which of several forms of it
 * @param enabled whether spans are made at all
 * @param content whether content is captured
 * @param openTelemetry where spans go
 * @param spans how many arrived, where nothing is wrong
 */
public record Fault(
        String kind, String detail, boolean enabled, boolean content, OpenTelemetry openTelemetry, AtomicLong spans) {

    Fault(String kind, String detail, boolean enabled, boolean content, OpenTelemetry openTelemetry) {
        this(kind, detail, enabled, content, openTelemetry, new AtomicLong());
    }

    /** Puts telemetry into this state. */
    public void begin() {
        SreObservability.setEnabled(enabled);
        SreObservability.setCaptureContent(content);
        SreObservability.install(openTelemetry);
    }

    /** Puts telemetry back to where it does nothing. */
    public static void end() {
        SreObservability.install(OpenTelemetry.noop());
        SreObservability.setCaptureContent(false);
        SreObservability.setEnabled(true);
    }

    @Override
    public String toString() {
        return kind + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
