package io.sreobservability.sreagent.cli;

import java.nio.file.Path;
import java.util.List;

/** How this program is started once more, for its servers: the same Java, the same classes. */
final class JavaCommand {
    private JavaCommand() {}

    static List<String> ofThisProgram() {
        String java = ProcessHandle.current()
                .info()
                .command()
                .orElseGet(() ->
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Several start at once and are over soon: the JVM's second compiler would only take their processors away.
        return List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SreAgent.class.getName());
    }
}
