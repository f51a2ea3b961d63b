package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.gateway.GatewayConfig;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The usual ports of the demo's servers, looked at before anything is started. */
final class DemoPorts {
    private DemoPorts() {}

    /**
     * Returns if nothing listens on them.
     *
     * @throws CliException naming the first that is taken, who needs it and what to do
     */
    static void requireFree() {
        Stream<Optional<String>> problems = Stream.concat(
                Arrays.stream(ToolDomain.values())
                        .map(domain -> problem(domain.defaultPort(), "the " + domain.id() + " backend")),
                Stream.of(GatewayConfig.DEFAULT_PORT).map(port -> problem(port, "the gateway")));
        problems.flatMap(Optional::stream).findFirst().ifPresent(problem -> {
            throw new CliException(CliException.ENVIRONMENT, problem);
        });
    }

    /** What is wrong with a port, empty if nobody listens there. */
    static Optional<String> problem(int port, String needed) {
        try (Socket taken = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return Optional.of("port " + taken.getPort() + " is taken, but " + needed
                    + " needs it: end the program that listens there, or use --free-ports");
        } catch (IOException nobodyListens) {
            return Optional.empty();
        }
    }
}
