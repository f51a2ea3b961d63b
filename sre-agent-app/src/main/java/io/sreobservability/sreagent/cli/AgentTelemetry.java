package io.sreobservability.sreagent.cli;

import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.cloudwatch.TelemetryConfig;
import io.sreobservability.cloudwatch.TelemetryConfigException;
import io.sreobservability.cloudwatch.TelemetryMode;
import java.net.URI;
import java.util.Map;

/** The telemetry of a command that investigates: its settings are checked first, then it is started, once. */
final class AgentTelemetry {
    private final TelemetryConfig config;

    private AgentTelemetry(TelemetryConfig config) {
        this.config = config;
    }

    /**
     * Reads the settings; starts nothing.
     *
     * @throws CliException if one is unusable
     */
    static AgentTelemetry from(Map<String, String> environment) {
        try {
            return new AgentTelemetry(
                    TelemetryConfig.fromEnvironment(environment).withDefaultServiceName("sre-agent"));
        } catch (TelemetryConfigException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
    }

    TelemetryConfig config() {
        return config;
    }

    /** Where telemetry goes. Only the stand-in can be asked for it afterwards. */
    TelemetryMode mode() {
        return config.mode();
    }

    /** Where the stand-in is. */
    URI standIn() {
        return config.localEndpoint();
    }

    /**
     * Does before an investigation what is none of its work: asks whether the stand-in is there, loads classes, connects.
     *
     * @throws CliException if there is no stand-in to send to
     */
    void prepare(Assembly assembly) {
        if (mode() == TelemetryMode.LOCAL) {
            StandInProbe.requireAlive(standIn());
        }
        LogOutput.quietly(WarmUp::run);
        assembly.connect();
    }

    /** Starts sending; what was {@linkplain #prepare prepared} before leaves no spans. */
    SreTelemetry start() {
        SreTelemetry telemetry = SreTelemetry.start(config);
        LogOutput.sendTo(telemetry.openTelemetry());
        return telemetry;
    }
}
