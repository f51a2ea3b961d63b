package io.sreobservability.aspects.transparency.run;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.sreobservability.aspects.SreObservability;

/** The real thing: OpenTelemetry's context, and the application's switches of ours. */
final class OpenTelemetrySurroundings implements Surroundings {
    private static final ContextKey<String> MARKER = ContextKey.named("marker of the program");

    @Override
    public Object context() {
        return Context.current();
    }

    @Override
    public String marker() {
        return String.valueOf(Context.current().get(MARKER));
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the program closes it
    public AutoCloseable scope(int marker) {
        return Context.current().with(MARKER, "marker " + marker).makeCurrent();
    }

    @Override
    public void switchTelemetry(int choice) {
        switch (choice % 4) {
            case 0 -> SreObservability.setEnabled(!SreObservability.enabled());
            case 1 -> SreObservability.setCaptureContent(!SreObservability.captureContent());
            case 2 -> SreObservability.install(OpenTelemetry.noop());
            default -> SreObservability.setEnabled(true);
        }
    }
}
