package io.sreobservability.sreagent.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where local memories are kept, for every command that needs them. */
final class MemoryFolder {
    private static final String VARIABLE = "SRE_AGENT_MEMORY_DIR";
    private static final Path USUAL = Path.of(".sre-agent", "memory");

    @Option(
            names = "--memory-dir",
            paramLabel = "DIR",
            description = "Where local memories are kept (default: $" + VARIABLE + ", or .sre-agent/memory).")
    private @Nullable Path given;

    /** The folder the option names, else the environment, else the usual one. */
    Path resolve(Map<String, String> environment) {
        if (given != null) {
            return given;
        }
        String variable = environment.getOrDefault(VARIABLE, "").strip();
        try {
            return variable.isEmpty() ? USUAL : Path.of(variable);
        } catch (InvalidPathException e) {
            throw new CliException(CliException.ENVIRONMENT, VARIABLE + " is not a path");
        }
    }
}
