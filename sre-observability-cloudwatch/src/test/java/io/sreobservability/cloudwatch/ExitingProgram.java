package io.sreobservability.cloudwatch;

/** A program that is told to end while it still works; its last span is made on the way out. */
final class ExitingProgram {
    private ExitingProgram() {}

    public static void main(String[] args) {
        SreTelemetry telemetry = SreTelemetry.start(TelemetryConfig.fromEnvironment(System.getenv()));
        telemetry.beforeExit(() -> {
            throw new IllegalStateException("an earlier action fails");
        });
        telemetry.beforeExit(() -> telemetry
                .openTelemetry()
                .getTracer("test")
                .spanBuilder("last.request")
                .startSpan()
                .end());
        System.exit(0);
    }
}
