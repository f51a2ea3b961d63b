package io.sreobservability.sreagent.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
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

/** Nothing is canned: other backends, another report and another verdict. The tests share one system, in any order. */
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

    /** Scenario 3 of the requirements. */
    @Test
    void aKilledBackendIsSeenAsConnectionRefusedUpTheChainAndTheOthersGoOn() {
        system.kill(ToolDomain.KUBERNETES);

        Run run = system.investigate(PROMPT, "Alice");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("failed: connection_refused", "## Gaps", "### Performance Metrics Agent")
                .containsPattern("Tool get_pod_status: http://127\\.0\\.0\\.1:\\d+/pods/status can't be reached")
                .doesNotContain("\tat ");
        List<SpanRecord> trace = system.newestTrace();
        for (String name : List.of(
                "GET", "tools/call k8s-api___get_pod_status", "tool.get_pod_status", "agent.kubernetes.execute")) {
            assertThat(trace)
                    .filteredOn(span -> span.name().equals(name) && span.status() == SpanStatus.ERROR)
                    .as(name)
                    .isNotEmpty()
                    .allSatisfy(span ->
                            assertThat(span.attributes().text("error.type")).isEqualTo("connection_refused"));
        }
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
