package io.sreobservability.sreagent.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code sre-agent}: investigates incidents, serves the demo backends and their gateway, shows traces, deploys the dashboard. */
@Command(
        name = "sre-agent",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "A supervisor and four specialists that investigate an incident, traced by annotations.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:the investigation failed: nothing to show",
            " 2:wrong usage: an option, an empty prompt, a user name that is none",
            " 3:the environment: no access token or API key, a wrong setting of the model, no stand-in,"
                    + " a folder that cannot be written"
        },
        subcommands = DashboardCommand.class)
public final class SreAgent {
    private static final Logger LOG = LoggerFactory.getLogger(SreAgent.class);

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine(System.getenv()).execute(args));
    }

    /** The whole command line, reading the given environment and standard input. */
    public static CommandLine commandLine(Map<String, String> environment) {
        return commandLine(environment, System.in);
    }

    /** The whole command line, reading the given environment and this instead of standard input. */
    static CommandLine commandLine(Map<String, String> environment, InputStream in) {
        CommandLine line = new CommandLine(new SreAgent());
        line.addSubcommand(new InvestigateCommand(environment));
        line.addSubcommand(new ChatCommand(environment, in));
        line.addSubcommand(new ServeCommand(environment));
        line.addSubcommand(new BackendCommand(environment));
        line.addSubcommand(new GatewayCommand(environment));
        line.addSubcommand(new TraceCommand(environment));
        line.addSubcommand(MemoryCommand.commandLine(environment));
        line.addSubcommand(GraphCommand.commandLine());
        line.addSubcommand(new DemoCommand(environment));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((failure, args) -> {
            complain(failure.getCommandLine(), failure.getMessage());
            return CliException.USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, result) -> {
            if (failure instanceof CliException known) {
                complain(command, known.getMessage());
                return known.exitCode();
            }
            LOG.error("Internal error", failure);
            complain(command, "internal error: " + failure);
            return CliException.FAILED;
        });
        return line;
    }

    /** One line, whatever the message holds. */
    private static void complain(CommandLine command, @Nullable String message) {
        PrintWriter err = command.getErr();
        err.println("sre-agent: " + String.valueOf(message).lines().findFirst().orElse("failed"));
        err.flush();
    }
}
