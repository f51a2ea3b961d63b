package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.gateway.BackendAddresses;
import io.sreobservability.sreagent.gateway.GatewayConfig;
import io.sreobservability.sreagent.gateway.GatewayServer;
import io.sreobservability.sreagent.tool.AccessToken;
import io.sreobservability.sreagent.tool.ApiKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class GatewayCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + GatewayConfig.DEFAULT_PORT,
            description = "The port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port = GatewayConfig.DEFAULT_PORT;

    @Mixin
    private HostOption host = new HostOption();

    /** Reads token, key, addresses and the telemetry settings from the given environment. */
    GatewayCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerRun server = new ServerRun(GatewayServer.SERVICE_NAME, host.address(), port);
        GatewayConfig config = config();
        PrintWriter out =
                requireNonNull(spec, "picocli injects the spec").commandLine().getOut();
        return server.untilToldToEnd(server.telemetry(environment), openTelemetry -> start(config, openTelemetry), out);
    }

    private static ServerRun.Running start(GatewayConfig config, OpenTelemetry openTelemetry) throws IOException {
        GatewayServer gateway = GatewayServer.start(config, openTelemetry);
        return new ServerRun.Running(gateway.uri(), gateway::close);
    }

    private GatewayConfig config() {
        try {
            return GatewayConfig.standard(
                            AccessToken.fromEnvironment(environment),
                            ApiKey.fromEnvironment(environment),
                            BackendAddresses.fromEnvironment(environment))
                    .withHost(host.address())
                    .withPort(port);
        } catch (IllegalArgumentException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
    }
}
