package com.example.hello;

import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.cloudwatch.TelemetryConfig;
import java.time.Duration;

/** Asks the agent about two pods, of which one does not exist, and delivers what was recorded. */
public final class Main {
    private Main() {}

    /** Sends to the local stand-in when the environment says {@code SRE_OBSERVABILITY_MODE=local}, else nowhere. */
    public static void main(String[] args) {
        try (SreTelemetry telemetry = SreTelemetry.start(TelemetryConfig.fromEnvironment(System.getenv()))) {
            HelloAgent agent = new HelloAgent(new Memory(), new PodTool());
            System.out.println(agent.diagnose("Alice", "session-1", "web-app"));
            System.out.println(agent.diagnose("Alice", "session-1", "no-such-pod"));
            System.out.println("Telemetry delivered: " + telemetry.flush(Duration.ofSeconds(5)));
        }
    }
}
