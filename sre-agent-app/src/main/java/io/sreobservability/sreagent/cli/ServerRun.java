package io.sreobservability.sreagent.cli;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.cloudwatch.TelemetryConfig;
import io.sreobservability.cloudwatch.TelemetryConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A server from its start to the end of the process: prints one line when it is ready. What keeps it from starting is a
 * {@link CliException} of one line.
 *
 * @param name the server's {@code service.name}
 * @param host the address to listen on, as the user wrote it
 * @param port the TCP port; 0 takes a free one
 */
record ServerRun(String name, String host, int port) {
    ServerRun {
        if (port < 0 || port > 65_535) {
            throw new CliException(CliException.USAGE, "--port must be from 0 to 65535");
        }
    }

    /** A server that answers. */
    record Running(URI uri, Runnable close) {}

    /** Starts a server. */
    @FunctionalInterface
    interface Start {
        /** Binds and answers; spans go to {@code openTelemetry}. */
        Running start(OpenTelemetry openTelemetry) throws IOException;
    }

    /**
     * Its telemetry, under a fixed name: backends, gateway and agent may share one environment.
     *
     * @throws CliException if a setting is unusable
     */
    TelemetryConfig telemetry(Map<String, String> environment) {
        try {
            return TelemetryConfig.fromEnvironment(environment)
                    .withServiceName(name)
                    .withoutAgents();
        } catch (TelemetryConfigException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
    }

    /** Starts telemetry and server, and waits until the process is told to end: its exit closes both in order. */
    int untilToldToEnd(TelemetryConfig config, Start server, PrintWriter out) throws InterruptedException {
        try (SreTelemetry telemetry = SreTelemetry.start(config)) {
            LogOutput.sendTo(telemetry.openTelemetry());
            Running running = server.start(telemetry.openTelemetry());
            telemetry.beforeExit(running.close());
            out.println(name + " listens on " + running.uri());
            out.flush();
            try {
                new CountDownLatch(1).await();
            } finally {
                running.close().run();
            }
            return 0;
        } catch (BindException e) {
            throw new CliException(
                    CliException.USAGE,
                    "port " + port + " of " + host + " can't be used (" + e.getMessage()
                            + "): end what listens there, or choose another with --port");
        } catch (UnknownHostException e) {
            throw new CliException(CliException.USAGE, "--host " + host + " has no address");
        } catch (TelemetryConfigException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CliException(CliException.USAGE, name + " can't be started: " + e.getMessage());
        }
    }
}
