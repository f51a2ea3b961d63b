package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.sreobservability.sreagent.agent.Supervisor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sre-agent graph export}: the graph as LangGraph4j draws it, so that no picture can be out of date. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the graph as a Mermaid diagram; needs no settings and no server.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:written", " 2:wrong usage: an option", " 3:the file cannot be written"})
final class GraphExportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to (default: standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() {
        String diagram;
        try (Supervisor supervisor = Rehearsal.supervisor()) {
            diagram = supervisor.diagram().strip() + System.lineSeparator();
        }
        Path file = output;
        if (file == null) {
            PrintWriter out = requireNonNull(spec, "picocli injects the spec")
                    .commandLine()
                    .getOut();
            out.print(diagram);
            out.flush();
            return 0;
        }
        try {
            Files.writeString(file, diagram);
            return 0;
        } catch (IOException e) {
            throw new CliException(CliException.ENVIRONMENT, "--output " + file + " cannot be written");
        }
    }
}
