package io.sreobservability.aspects;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.sreobservability.aspects.fixture.Agent;

/** A program that never calls {@link SreObservability#install}; it prints what it sees of telemetry. */
public final class StartUpProbe {
    private StartUpProbe() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("span before global: " + spanInside());
        System.out.println("global forced: " + GlobalOpenTelemetry.isSet());
        try (RecordedTelemetry telemetry = RecordedTelemetry.create()) {
            SreObservability.installTemporarily(telemetry.openTelemetry()).close();
            System.out.println("span after a temporary installation: " + spanInside());
            GlobalOpenTelemetry.set(telemetry.openTelemetry());
            System.out.println("span after global: " + spanInside());
            System.out.println("content: " + SreObservability.captureContent());
        }
    }

    private static boolean spanInside() throws Exception {
        return new Agent()
                .investigate(
                        "alice", "s", "q", () -> Span.current().getSpanContext().isValid());
    }
}
