package io.sreobservability.sreagent.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code sre-agent graph}: the order of an investigation. */
@Command(
        name = "graph",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows the graph that every investigation goes through.")
final class GraphCommand {
    private GraphCommand() {}

    static CommandLine commandLine() {
        return new CommandLine(new GraphCommand()).addSubcommand(new GraphExportCommand());
    }
}
