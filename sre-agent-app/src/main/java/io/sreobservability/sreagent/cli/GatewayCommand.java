package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.cloudwatch.TelemetryConfig;
import io.sreobservability.cloudwatch.TelemetryConfigException;
import io.sreobservability.sreagent.gateway.BackendAddresses;
import io.sreobservability.sreagent.gateway.GatewayConfig;
import io.sreobservability.sreagent.gateway.GatewayServer;
import io.sreobservability.sreagent.tool.AccessToken;
import io.sreobservability.sreagent.tool.ApiKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code sre-agent gateway}: the MCP gateway in front of the backends, until the process is told to end. Prints one line
 * when it is ready.
 */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description = {
            "Offers the backends' tools over MCP (streamable HTTP).",
            "Requests need the token of GATEWAY_ACCESS_TOKEN as bearer token; the backends get the key of "
                    + "SRE_AGENT_API_KEY. They are at 127.0.0.1:8011 to 8014, or where SRE_AGENT_BACKEND_HOST and "
                    + "SRE_AGENT_<BACKEND>_URL say."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 2:wrong usage: an option, a port that is taken",
            " 3:the environment: no token, no API key, an unusable address or telemetry setting",
            "130, 143:ended by Ctrl-C or SIGTERM, after what was in flight"
        })
public final class GatewayCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + GatewayConfig.DEFAULT_PORT,
            description = "The port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port = GatewayConfig.DEFAULT_PORT;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    /** Reads token, key, addresses and the telemetry settings from the given environment. */
    public GatewayCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            return complain(CliException.USAGE, "--port must be from 0 to 65535");
        }
        GatewayConfig config;
        TelemetryConfig telemetry;
        try {
            config = GatewayConfig.standard(
                            AccessToken.fromEnvironment(environment),
                            ApiKey.fromEnvironment(environment),
                            BackendAddresses.fromEnvironment(environment))
                    .withHost(host)
                    .withPort(port);
            // A fixed name: gateway, backends and agent may share one environment.
            telemetry = TelemetryConfig.fromEnvironment(environment)
                    .withServiceName(GatewayServer.SERVICE_NAME)
                    .withoutAgents();
        } catch (IllegalArgumentException | TelemetryConfigException e) {
            return complain(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
        return serve(config, telemetry);
    }

    private int serve(GatewayConfig config, TelemetryConfig telemetryConfig) throws InterruptedException {
        try (SreTelemetry telemetry = SreTelemetry.start(telemetryConfig);
                GatewayServer server = GatewayServer.start(config, telemetry.openTelemetry())) {
            OpenTelemetryAppender.install(telemetry.openTelemetry());
            telemetry.beforeExit(server::close);
            PrintWriter out = commandSpec().commandLine().getOut();
            out.println(GatewayServer.SERVICE_NAME + " listens on " + server.uri());
            out.flush();
            // Until the process is told to end: the exit closes the server and sends the last spans while this waits.
            new CountDownLatch(1).await();
            return 0;
        } catch (BindException e) {
            return complain(
                    CliException.USAGE,
                    "port " + config.port() + " of " + config.host() + " can't be used (" + e.getMessage()
                            + "): end what listens there, or choose another with --port");
        } catch (UnknownHostException e) {
            return complain(CliException.USAGE, "--host " + config.host() + " has no address");
        } catch (TelemetryConfigException e) {
            return complain(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return complain(CliException.USAGE, "the gateway can't be started: " + e.getMessage());
        }
    }

    private int complain(int exitCode, String message) {
        PrintWriter err = commandSpec().commandLine().getErr();
        err.println("sre-agent: " + message);
        err.flush();
        return exitCode;
    }

    private CommandSpec commandSpec() {
        return requireNonNull(spec, "picocli injects the spec");
    }
}
