package io.sreobservability.aspects.transparency;

import io.sreobservability.aspects.transparency.twin.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class of the tests in a process of its own. */
final class ChildJvm {
    private ChildJvm() {}

    /** Runs it to its end and gives the lines that it printed. */
    static List<String> run(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Dslf4j.internal.verbosity=ERROR", "-cp", Tools.classPath(), main.getName()));
        command.addAll(List.of(arguments));
        // What a JVM says of itself is no line of the program; it is only of interest if the program fails.
        Path errors = Files.createTempFile("child-jvm", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(output + Files.readString(errors));
            }
            return output.lines().toList();
        } finally {
            Files.delete(errors);
        }
    }
}
