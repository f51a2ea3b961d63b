package io.sreobservability.cloudwatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@link ExitingProgram} in a JVM of its own. */
final class ChildProgram {
    private ChildProgram() {}

    /** Runs it to its end; it sends to {@code receiver}. */
    static void run(LoopbackReceiver receiver, Map<String, String> environment, String... jvmOptions) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ExitingProgram.class.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SRE_OBSERVABILITY_MODE", "local");
        builder.environment().put("SRE_OBSERVABILITY_LOCAL_ENDPOINT", receiver.url());
        builder.environment().putAll(environment);
        Process program = builder.start();
        try {
            assertThat(program.waitFor(30, SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }
}
