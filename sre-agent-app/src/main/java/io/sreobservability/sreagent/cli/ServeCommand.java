package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.aspects.InvestigationIds;
import io.sreobservability.sreagent.agent.Approver;
import io.sreobservability.sreagent.agent.Inquiry;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.serve.AgentServer;
import io.sreobservability.sreagent.serve.ServeConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sre-agent serve}: investigations over HTTP until the process is told to end. Prints one line when it is ready. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Investigates over HTTP, as Amazon Bedrock AgentCore Runtime wants of a container.",
            "",
            "POST /invocations takes {\"input\": {\"prompt\": \"...\", \"user_id\": \"...\", \"session_id\": \"...\"}} and answers "
                    + "{\"output\": {\"message\": \"<the report>\", \"timestamp\": \"...\", \"model\": \"sre-multi-agent\"}}. "
                    + "A user who is left out is USER_ID of this process, else " + Inquiry.DEFAULT_USER
                    + "; the session is a new one if it is left out.",
            "GET /ping answers {\"status\": \"Healthy\"}, or HealthyBusy while something runs.",
            "",
            "All plans are approved automatically. There is no access control: keep it on the loopback address, or behind "
                    + "something that has one."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 2:wrong usage: an option, a port that is taken",
            " 3:the environment: no access token, a wrong setting of the model or of telemetry, no stand-in",
            "130, 143:ended by Ctrl-C or SIGTERM, after what was running"
        })
final class ServeCommand implements Callable<Integer> {
    private static final Approver APPROVER = Approver.automatic("Approved automatically: serve asks nobody.");

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + AgentServer.DEFAULT_PORT,
            description = "The port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port = AgentServer.DEFAULT_PORT;

    @Mixin
    private HostOption host = new HostOption();

    @Option(
            names = "--max-parallel",
            paramLabel = "N",
            defaultValue = "50",
            description =
                    "How many investigations may run at once; more are refused with status 429 (default: ${DEFAULT-VALUE}).")
    private int mostAtOnce = 50;

    @Option(
            names = "--stop-seconds",
            paramLabel = "N",
            defaultValue = "20",
            description =
                    "How long running investigations may take to end when the process is told to (default: ${DEFAULT-VALUE}).")
    private int stopSeconds = 20;

    @Mixin
    private AgentOptions agent = new AgentOptions();

    ServeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (mostAtOnce < 1 || mostAtOnce > 1000 || stopSeconds < 0 || stopSeconds > 600) {
            throw new CliException(
                    CliException.USAGE, "--max-parallel must be from 1 to 1000, --stop-seconds from 0 to 600");
        }
        AgentTelemetry telemetry = AgentTelemetry.from(environment);
        ServerRun server = new ServerRun("sre-agent", host.address(), port);
        PrintWriter out =
                requireNonNull(spec, "picocli injects the spec").commandLine().getOut();
        try (Assembly assembly = agent.assembleServer(environment)) {
            ServeConfig config = config();
            telemetry.prepare(assembly);
            return server.untilToldToEnd(
                    telemetry.config(), openTelemetry -> start(config, assembly, openTelemetry), out);
        }
    }

    private ServeConfig config() {
        return new ServeConfig(
                host.address(), port, Asking.userOf(environment), mostAtOnce, Duration.ofSeconds(stopSeconds));
    }

    private static ServerRun.Running start(ServeConfig config, Assembly assembly, OpenTelemetry openTelemetry)
            throws IOException {
        AgentServer server =
                AgentServer.start(config, inquiry -> investigate(inquiry, assembly, openTelemetry), openTelemetry);
        return new ServerRun.Running(server.uri(), server::close);
    }

    /** Models, memory and tools are shared; the supervisor with its threads is of this investigation alone. */
    static Investigation investigate(Inquiry inquiry, Assembly assembly, OpenTelemetry openTelemetry) {
        try (Supervisor supervisor = assembly.supervisor(Progress.silent(), APPROVER, openTelemetry)) {
            return supervisor.investigate(
                    InvestigationIds.next(), inquiry.userId(), inquiry.sessionId(), inquiry.query());
        }
    }
}
