package io.sreobservability.cloudwatch;

import io.opentelemetry.api.OpenTelemetry;

/** A program that is told to end while it still works; its last telemetry is made on the way out. */
final class ExitingProgram {
    private ExitingProgram() {}

    public static void main(String[] args) {
        SreTelemetry telemetry = SreTelemetry.start(TelemetryConfig.fromEnvironment(System.getenv()));
        telemetry.beforeExit(() -> {
            throw new IllegalStateException("an earlier action fails");
        });
        telemetry.beforeExit(() -> {
            throw new NoClassDefFoundError("another one fails worse");
        });
        telemetry.beforeExit(() -> recordOneOfEach(telemetry.openTelemetry()));
        System.exit(0);
    }

    private static void recordOneOfEach(OpenTelemetry api) {
        api.getTracer("test").spanBuilder("last.request").startSpan().end();
        api.getLogsBridge().get("test").logRecordBuilder().setBody("last words").emit();
        api.getMeter("test").counterBuilder("LastCount").build().add(1);
    }
}
