package io.sreobservability.sreagent.e2e;

import io.sreobservability.sreagent.cli.SreAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One {@code sre-agent} command in a JVM of its own. Its output goes to a file. */
final class AgentProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path output;
    private final List<String> arguments;

    private AgentProcess(Process process, Path output, List<String> arguments) {
        this.process = process;
        this.output = output;
        this.arguments = arguments;
    }

    static AgentProcess start(Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Short-lived processes: the second compiler would only compete with them for the cores.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SreAgent.class.getName()));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(folder, arguments[0], ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            // Nothing of whoever runs the tests.
            builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
            builder.environment().putAll(environment);
            return new AgentProcess(builder.start(), output, List.of(arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything printed so far, on both streams. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the process has printed {@code text}. */
    AgentProcess awaitOutput(String text) {
        Awaitility.await(arguments + " prints '" + text + "'")
                .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(() -> output().contains(text) || !process.isAlive());
        if (!output().contains(text)) {
            throw new AssertionError(arguments + " ended with " + process.exitValue() + ": " + output());
        }
        return this;
    }

    /** The processes that it has started and that still run. */
    List<ProcessHandle> children() {
        return process.children().toList();
    }

    /** Waits for the process to end by itself. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(arguments + " did not end: " + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        exitCode();
    }
}
