package io.sreobservability.sreagent.backend;

import io.sreobservability.sreagent.cli.BackendCommand;
import picocli.CommandLine;

/** The command in a process of its own, for tests of start and end. */
public final class BackendProcess {
    private BackendProcess() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new BackendCommand(System.getenv())).execute(args));
    }
}
