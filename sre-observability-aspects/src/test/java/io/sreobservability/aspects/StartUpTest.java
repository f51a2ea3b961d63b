package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a process does by itself can only be seen in a process of its own. */
class StartUpTest {
    @Test
    void theGlobalOpenTelemetryIsUsedOnceTheApplicationHasSetItAndNeverForced() throws Exception {
        assertThat(probe(Map.of()))
                .containsExactly(
                        "span before global: false",
                        "global forced: false",
                        "span after a temporary installation: false",
                        "span after global: true",
                        "content: false");
    }

    @Test
    void theEnvironmentSwitchesTelemetryOffAndContentOn() throws Exception {
        Map<String, String> environment =
                Map.of("SRE_OBSERVABILITY_ENABLED", "false", "SRE_OBSERVABILITY_CAPTURE_CONTENT", "true");

        assertThat(probe(environment))
                .containsExactly(
                        "span before global: false",
                        "global forced: false",
                        "span after a temporary installation: false",
                        "span after global: false",
                        "content: true");
    }

    @Test
    void aSystemPropertyWinsOverTheEnvironment() throws Exception {
        assertThat(probe(Map.of("SRE_OBSERVABILITY_ENABLED", "false"), "-Dsre.observability.enabled=true"))
                .contains("span after global: true");
    }

    private static List<String> probe(Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StartUpProbe.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("SRE_OBSERVABILITY_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }
}
