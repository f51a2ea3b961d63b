package io.sreobservability.cloudwatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ExitTest {
    @Test
    void whatIsDoneBeforeExitIsStillDelivered() throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver()) {
            Process program = start(receiver.url());
            try {
                assertThat(program.waitFor(30, SECONDS)).isTrue();
                assertThat(receiver.spans()).extracting(Span::getName).containsExactly("last.request");
            } finally {
                program.destroyForcibly();
            }
        }
    }

    private static Process start(String endpoint) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExitingProgram.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SRE_OBSERVABILITY_MODE", "local");
        builder.environment().put("SRE_OBSERVABILITY_LOCAL_ENDPOINT", endpoint);
        return builder.start();
    }
}
