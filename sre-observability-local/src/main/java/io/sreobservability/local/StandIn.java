package io.sreobservability.local;

import io.sreobservability.local.wire.aws.sigv4.AccessKey;
import io.sreobservability.local.wire.aws.sigv4.AccessRules;
import io.sreobservability.local.wire.fault.Fault;
import io.sreobservability.local.wire.fault.FaultSpec;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program: runs the stand-in until it is interrupted. */
@Command(
        name = "sre-observability-local",
        mixinStandardHelpOptions = true,
        versionProvider = StandIn.Version.class,
        description = "A stand-in for CloudWatch and X-Ray on this machine: takes traces, logs, metrics, dashboards and"
                + " queries over the same wire formats, keeps them in memory and answers questions about them.")
public final class StandIn implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "<port>",
            defaultValue = "" + StandInConfig.DEFAULT_PORT,
            description = "Port to listen on; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "<host>",
            defaultValue = StandInConfig.DEFAULT_HOST,
            description = "Address of the loopback interface to listen on. Default: ${DEFAULT-VALUE}.")
    private String host = StandInConfig.DEFAULT_HOST;

    @Option(
            names = "--access-key",
            paramLabel = "<id>",
            description =
                    "Behave as an AWS account that knows this access key alone: requests must be signed with it, and its"
                            + " secret is read from the environment variable " + SECRET
                            + ". Log groups must exist then. Default:"
                            + " anybody on this machine may send.")
    private @Nullable String accessKey;

    @Option(
            names = "--region",
            paramLabel = "<region>",
            defaultValue = "us-east-1",
            description = "With --access-key: the region of that account. Default: ${DEFAULT-VALUE}.")
    private String region = "us-east-1";

    @Option(
            names = "--no-transaction-search",
            description =
                    "With --access-key: an account where Transaction Search is off, so that X-Ray refuses traces.")
    private boolean noTransactionSearch;

    @Option(
            names = "--xray-daemon-port",
            paramLabel = "<port>",
            description =
                    "Take spans by UDP, too, as the X-Ray daemon does; its usual port is 2000. Default: no such port.")
    private @Nullable Integer daemonPort;

    @Option(
            names = "--fault",
            paramLabel = "<fault>",
            description =
                    "Something that goes wrong from the start on, such as 503,signal=traces,times=3 or black-hole,seconds=60."
                            + " May be given several times; PUT /faults does the same while it runs, and DELETE /faults ends it."
                            + " An unknown word lists all of them.")
    private List<String> faults = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private static final String SECRET = "STAND_IN_SECRET_ACCESS_KEY";

    private StandIn() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new StandIn()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            err().println("--port must be from 0 to 65535.");
            return CommandLine.ExitCode.USAGE;
        }
        StandInConfig config = StandInConfig.ephemeral().withHost(host).withPort(port);
        if (accessKey != null) {
            String secret = System.getenv(SECRET);
            if (secret == null || secret.isBlank()) {
                err().println("--access-key needs its secret in the environment variable " + SECRET + ".");
                return CommandLine.ExitCode.USAGE;
            }
            config = config.withAccess(AccessRules.strict(region, new AccessKey(accessKey, secret)));
        }
        if (noTransactionSearch) {
            config = config.withoutTransactionSearch();
        }
        if (daemonPort != null) {
            if (daemonPort < 0 || daemonPort > 65_535) {
                err().println("--xray-daemon-port must be from 0 to 65535.");
                return CommandLine.ExitCode.USAGE;
            }
            config = config.withDaemonPort(daemonPort);
        }
        List<Fault> planned;
        try {
            planned = faults.stream().map(FaultSpec::parse).toList();
        } catch (IllegalArgumentException e) {
            err().println("--fault: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        try (StandInServer server = StandInServer.start(config)) {
            planned.forEach(server.faults()::plan);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stand-in-stop"));
            PrintWriter out = spec.commandLine().getOut();
            out.println("Stand-in for CloudWatch and X-Ray is ready at " + server.url() + " (Ctrl-C stops it)");
            server.daemonPort().ifPresent(udp -> out.println("Spans for the X-Ray daemon: UDP port " + udp));
            out.flush();
            new CountDownLatch(1).await(); // Until the process is told to end.
            return CommandLine.ExitCode.OK;
        } catch (StandInException e) {
            err().println(e.message());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** The version of the jar; {@code development} when run from class files. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = StandIn.class.getPackage().getImplementationVersion();
            return new String[] {"sre-observability-local " + (version == null ? "development" : version)};
        }
    }
}
