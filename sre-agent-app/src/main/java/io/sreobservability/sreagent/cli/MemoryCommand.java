package io.sreobservability.sreagent.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code sre-agent memory}: what the agent remembers. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "What the agent remembers of its users, the infrastructure and past investigations.")
final class MemoryCommand {
    private MemoryCommand() {}

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new MemoryCommand())
                .addSubcommand(new MemoryListCommand(environment))
                .addSubcommand(new MemorySeedCommand(environment));
    }
}
