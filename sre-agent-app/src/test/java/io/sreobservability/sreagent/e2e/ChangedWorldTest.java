package io.sreobservability.sreagent.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.e2e.DemoSystem.Run;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is canned: other backends, another report and another verdict. */
final class ChangedWorldTest {
    private static final String PROMPT = "API response times have degraded 3x in the last hour";

    @TempDir
    private static Path folder;

    private static DemoSystem system;

    @BeforeAll
    static void start() throws Exception {
        Path data = dataWith("\"response_time_ms\": 5000", "\"response_time_ms\": 7777");
        system = DemoSystem.start(
                folder,
                Map.of(
                        ToolDomain.LOGS, List.of("--latency", "1s"),
                        ToolDomain.METRICS, List.of("--data", data.toString())));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aSlowBackendAndAnotherNumberChangeVerdictAndReport() {
        Run run = system.investigate(PROMPT, "Alice");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("Slowest agent: logs")
                .contains("waiting for the backend logs-api")
                .contains("7777");
    }

    /** A copy of the built-in data in which {@code was} reads {@code is}. */
    private static Path dataWith(String was, String is) throws IOException, URISyntaxException {
        Path source = Path.of(Objects.requireNonNull(ChangedWorldTest.class.getResource("/backend/dataset.json"))
                        .toURI())
                .getParent();
        Path target = folder.resolve("data");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace(was, is));
            }
        }
        assertThat(target.resolve("metrics/response_times.jsonl")).content().contains(is);
        return target;
    }
}
