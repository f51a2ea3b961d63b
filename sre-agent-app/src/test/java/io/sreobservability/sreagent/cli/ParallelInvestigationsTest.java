package io.sreobservability.sreagent.cli;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.sreagent.agent.Inquiry;
import io.sreobservability.sreagent.model.ThinkTime;
import io.sreobservability.sreagent.model.provider.ModelSettings;
import io.sreobservability.sreagent.serve.AgentServer;
import io.sreobservability.sreagent.serve.ServeConfig;
import io.sreobservability.testing.RecordedTelemetry;
import io.sreobservability.testing.SreTelemetryTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty investigations at once, over a real gateway and real backends, for two users of the seed and two of whom nothing is known:
 * nothing fails, nothing is mixed up.
 */
@SreTelemetryTest
@Timeout(120)
class ParallelInvestigationsTest {
    private static final int MANY = 50;
    private static final String CALLERS_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> USERS =
            List.of("Alice", "Carol", Inquiry.DEFAULT_USER, "7d1f0a52-0b1c-4d3e-9a63-5f2b8e6c1d90");

    /** What nobody else's report says. */
    private static final Map<String, String> OWN = USERS.stream().collect(toMap(identity(), user -> switch (user) {
        case "Alice" -> "alice.manager@company.com";
        case "Carol" -> "carol.director@company.com";
        default -> "no threshold is known for " + user;
    }));

    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path memory;

    private AgentServer server;

    @BeforeEach
    void start(RecordedTelemetry telemetry) throws IOException {
        RunningSystem system = new RunningSystem();
        open.add(0, system);
        Assembly assembly =
                Assembly.from(system.environment(), memory, ModelSettings.from(Map.of(), null, null), ThinkTime.none());
        open.add(0, assembly);
        assembly.connect();
        OpenTelemetry openTelemetry = telemetry.openTelemetry();
        server = AgentServer.start(
                new ServeConfig("127.0.0.1", 0, Inquiry.DEFAULT_USER, MANY, Duration.ofSeconds(5)),
                inquiry -> ServeCommand.investigate(inquiry, assembly, openTelemetry),
                openTelemetry);
        open.add(0, server);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable opened : open) {
            opened.close();
        }
    }

    @Test
    void eachAnswerAndEachTraceBelongsToItsUserAlone(RecordedTelemetry telemetry) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            answers.add(http.sendAsync(request(user(i), i), HttpResponse.BodyHandlers.ofString()));
        }

        for (int i = 0; i < MANY; i++) {
            HttpResponse<String> answer = answers.get(i).get();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(JSON.readTree(answer.body()).at("/output/message").asText())
                    .contains("**For:** " + user(i), "**Severity:** High", OWN.get(user(i)))
                    .doesNotContain(OWN.get(user(i + 1)), OWN.get(user(i + 2)), OWN.get(user(i + 3)), "## Gaps");
        }
        Map<String, List<SpanData>> traces = telemetry.spans().stream().collect(groupingBy(SpanData::getTraceId));
        assertThat(traces).hasSize(MANY).allSatisfy((id, spans) -> {
            assertThat(spans)
                    .filteredOn(span -> !span.getParentSpanContext().isValid())
                    .singleElement()
                    .satisfies(root -> {
                        assertThat(root.getName()).isEqualTo("POST /invocations");
                        assertThat(root.getLinks())
                                .as("a stranger's trace is linked, not continued")
                                .extracting(link -> link.getSpanContext().getTraceId())
                                .containsExactly(CALLERS_TRACE);
                    });
            String user = values(spans, "sre.user_id").iterator().next();
            assertThat(values(spans, "sre.user_id")).containsExactly(user);
            assertThat(values(spans, "sre.session_id")).hasSize(1);
            assertThat(values(spans, "sre.investigation_id")).hasSize(1);
            assertThat(values(spans, "memory.namespace"))
                    .isNotEmpty()
                    .allMatch(namespace -> (namespace + "/").contains("/" + user + "/"));
        });
        assertThat(telemetry.spans())
                .filteredOn(span -> span.getName().equals("supervisor.investigate"))
                .hasSize(MANY);
    }

    private static String user(int number) {
        return USERS.get(number % USERS.size());
    }

    private HttpRequest request(String user, int number) {
        String body = "{\"input\":{\"prompt\":\"API response times have degraded 3x in the last hour\",\"user_id\":\""
                + user + "\",\"session_id\":\"session-" + number + "\"}}";
        return HttpRequest.newBuilder(server.uri().resolve("/invocations"))
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + CALLERS_TRACE + "-00f067aa0ba902b7-01")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static Set<String> values(List<SpanData> spans, String attribute) {
        return spans.stream()
                .map(span -> span.getAttributes().get(AttributeKey.stringKey(attribute)))
                .filter(Objects::nonNull)
                .collect(toSet());
    }
}
