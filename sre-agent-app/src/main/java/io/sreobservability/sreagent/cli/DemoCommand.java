package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.sreobservability.aspects.SreObservability;
import io.sreobservability.sreagent.demo.AnswersView;
import io.sreobservability.sreagent.demo.DemoEnvironment;
import io.sreobservability.sreagent.demo.DemoException;
import io.sreobservability.sreagent.demo.DemoServers;
import io.sreobservability.sreagent.demo.Question;
import io.sreobservability.sreagent.demo.Scenario;
import io.sreobservability.sreagent.demo.ScenarioRunner;
import io.sreobservability.sreagent.trace.Style;
import io.sreobservability.sreagent.trace.TraceClient;
import io.sreobservability.sreagent.trace.TraceUnavailableException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sre-agent demo}: the three scenarios, with servers of their own, and what their traces answer. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plays the scenarios of the demo and prints what their traces answer.",
            "Starts the four backends and their gateway, asks, reads the traces back from the local stand-in (which must "
                    + "run), and ends what it started. Questions and parameters are recorded."
        },
        footer = {
            "%nScenarios:",
            "  1  an incident across domains: which of three agents is the bottleneck?",
            "  2  the same question of Alice and of Carol: what do their memories change?",
            "  3  the Kubernetes backend is killed: what fails, how far, and who goes on?"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:played",
            " 1:an investigation failed",
            " 2:wrong usage: an option, an empty prompt, a user name that is none",
            " 3:the environment: no stand-in, a port that is taken, a server that does not start",
            "130, 143:ended by Ctrl-C or SIGTERM, after what it started"
        })
final class DemoCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DemoOptions options = new DemoOptions();

    @Option(
            names = "--keep",
            description = "Afterwards leave the servers running until Ctrl-C, and say how to ask them more.")
    private boolean keep;

    @Option(names = "--check", description = "Only check the options and the ports; start nothing, print nothing.")
    private boolean check;

    DemoCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        LogOutput.configure(environment, false);
        requireOwnTelemetry();
        URI standIn = options.standIn(environment);
        Map<String, String> variables = DemoEnvironment.of(environment, standIn, new SecureRandom());
        TraceClient traces = traceClient(standIn);
        int refused = checkQuestions(variables);
        if (refused != 0) {
            return refused;
        }
        if (!options.freePorts()) {
            DemoPorts.requireFree();
        }
        if (check) {
            return 0;
        }
        StandInProbe.requireAlive(standIn);
        DemoServers servers = new DemoServers(new DemoServers.Setup(
                JavaCommand.ofThisProgram(), variables, options.folder(), options.freePorts(), options.latencies()));
        return withServers(servers, variables, traces);
    }

    private void requireOwnTelemetry() {
        List<String> variables = DemoEnvironment.inTheWay(environment);
        if (!variables.isEmpty()) {
            throw new CliException(
                    CliException.ENVIRONMENT,
                    String.join(", ", variables) + " would take the demo's own traces away: unset it, or use"
                            + " scripts/run_observability_demo.sh, which does");
        }
    }

    /** Finds a bad question or user before anything is started. */
    private int checkQuestions(Map<String, String> variables) {
        for (Scenario scenario : options.scenarios()) {
            Question question = options.question(scenario);
            for (String user : question.users()) {
                int refused = investigate(variables, List.of("--check", "--prompt", question.text(), "--user", user));
                if (refused != 0) {
                    return refused;
                }
            }
        }
        return 0;
    }

    private int withServers(DemoServers servers, Map<String, String> variables, TraceClient traces)
            throws InterruptedException {
        Thread atExit = new Thread(servers::close, "demo-exit");
        Runtime.getRuntime().addShutdownHook(atExit);
        try (servers) {
            return play(servers, variables, traces);
        } catch (DemoException | TraceUnavailableException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        } finally {
            unhook(atExit);
        }
    }

    private static void unhook(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // It runs already, and has nothing left to close.
            return;
        }
    }

    private int play(DemoServers servers, Map<String, String> variables, TraceClient traces)
            throws InterruptedException {
        PrintWriter out = commandSpec().commandLine().getOut();
        out.println("Starting four backends and their gateway ...");
        servers.start(line -> {
            out.println("  " + line);
            out.flush();
        });
        variables.putAll(servers.addresses());
        // The traces are to explain themselves, whatever the environment says of the engine in this process.
        SreObservability.setEnabled(true);
        SreObservability.setCaptureContent(true);
        ScenarioRunner runner = new ScenarioRunner(
                servers,
                (question, user, session, memory) ->
                        investigate(variables, options.investigation(question, user, session, memory)),
                traces,
                options.folder(),
                InstantSource.system(),
                new AnswersView(Style.detect(environment), out),
                out);
        for (Scenario scenario : options.scenarios()) {
            int code = runner.play(scenario, options.question(scenario));
            if (code != 0) {
                return code;
            }
        }
        if (keep) {
            servers.revive();
            keepRunning(variables, out);
        }
        return 0;
    }

    private int investigate(Map<String, String> variables, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of("investigate"));
        line.addAll(arguments);
        return SreAgent.commandLine(variables)
                .setOut(commandSpec().commandLine().getOut())
                .setErr(commandSpec().commandLine().getErr())
                .execute(line.toArray(String[]::new));
    }

    private void keepRunning(Map<String, String> variables, PrintWriter out) throws InterruptedException {
        List<Scenario> played = options.scenarios();
        Path memory = options.folder().memory(played.get(played.size() - 1));
        String standIn = requireNonNull(variables.get("SRE_OBSERVABILITY_LOCAL_ENDPOINT"), "set by DemoEnvironment");
        out.println();
        out.println("The stand-in, the gateway and the backends keep running; Ctrl-C ends them. In another terminal:");
        out.println("  export GATEWAY_ACCESS_TOKEN=" + variables.get("GATEWAY_ACCESS_TOKEN")
                + " SRE_OBSERVABILITY_MODE=local SRE_AGENT_MEMORY_DIR=" + memory);
        out.println("  export SRE_OBSERVABILITY_LOCAL_ENDPOINT=" + standIn);
        if (options.freePorts()) {
            out.println("  export SRE_AGENT_GATEWAY_URL=" + variables.get("SRE_AGENT_GATEWAY_URL"));
        }
        out.println(
                "  scripts/sre-agent investigate --user Carol --prompt \"" + Scenario.MEMORY_CONTEXT.question() + "\"");
        out.println("  scripts/sre-agent trace --last --stand-in " + standIn);
        out.println("  scripts/setup_cloudwatch_dashboard.sh --endpoint-url " + standIn);
        out.flush();
        // Until the process is told to end: the exit closes the servers while this waits.
        new CountDownLatch(1).await();
    }

    private static TraceClient traceClient(URI standIn) {
        try {
            return new TraceClient(standIn);
        } catch (IllegalArgumentException e) {
            throw new CliException(CliException.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private CommandSpec commandSpec() {
        return requireNonNull(spec, "picocli injects the spec");
    }
}
