package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.aspects.standard.EscalationTypes;
import io.sreobservability.aspects.standard.MemoryStrategies;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code docs/programmatic-api.md} shows compiles, runs, and does what it says. */
class ProgrammaticApiPageTest {
    private static final Path PAGE = Path.of("..", "docs", "programmatic-api.md");
    private static final Path THIS =
            Path.of("src", "test", "java", "io", "sreobservability", "aspects", "ProgrammaticApiPageTest.java");
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```java\n(.*?)^```$");
    private static final Pattern CALL = Pattern.compile("\\b([A-Z]\\w+)\\.(\\w+)\\(");

    private record Pod(String name) {}

    private record Report(String text) {}

    private record Decision(List<String> agents, String reason) {}

    private interface Client {
        List<Pod> pods(String namespace);

        CompletableFuture<List<Pod>> podsLater(String namespace);
    }

    private interface Store {
        List<String> search(String query);
    }

    private interface Router {
        Decision decide(String query);
    }

    private static final class OnePod implements Client {
        @Override
        public List<Pod> pods(String namespace) {
            return List.of(new Pod(namespace));
        }

        @Override
        public CompletableFuture<List<Pod>> podsLater(String namespace) {
            return CompletableFuture.completedFuture(pods(namespace));
        }
    }

    private static Report investigate(String query) {
        return new Report(query);
    }

    /** The snippets, in the order of the page. */
    private static List<Object> run(Client client, Store store, Router router) throws Exception {
        String namespace = "production";
        String sessionId = "session-7c1e";
        String query = "why is it slow?";

        List<Pod> pods = Spans.tool("get_pods")
                .withJson(StandardAttributes.SRE_TOOL_PARAMS, Map.of("namespace", namespace))
                .call(() -> client.pods(namespace));

        List<String> memories = Spans.memory("retrieve", MemoryStrategies.USER_PREFERENCES)
                .with(StandardAttributes.MEMORY_NAMESPACE, "/sre/users/Alice/preferences")
                .callWith(span -> {
                    List<String> found = store.search("escalation");
                    span.set(StandardAttributes.MEMORY_RESULTS_COUNT, found.size());
                    return found;
                });

        Report report = Spans.supervisor("investigate")
                .with(StandardAttributes.SRE_INVESTIGATION_ID, InvestigationIds.next())
                .with(Correlation.of("Alice", sessionId, query))
                .call(() -> investigate(query));

        try (OpenSpan span = Spans.supervisor("route_decision").start()) {
            Decision decision = router.decide(query);
            span.set(Routing.of(decision.agents(), decision.reason()));
            if (decision.agents().isEmpty()) {
                span.error("nobody_asked");
            }
        }

        CompletableFuture<List<Pod>> later = Spans.tool("get_pods").callAsync(() -> client.podsLater(namespace));

        Duration duration = Duration.ofMillis(250);
        SreAgentMetrics.recordToolExecution("get_pods", "kubernetes", duration, Outcome.failure("Timeout"));
        SreAgentMetrics.recordEscalation("Carol", EscalationTypes.SEVERITY_THRESHOLD);

        return List.of(pods, memories, report, later.join());
    }

    @Test
    void theSnippetsDoWhatThePageSays() throws Exception {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            List<Object> results =
                    run(new OnePod(), query -> List.of(query), query -> new Decision(List.of(), "nothing fits"));

            assertThat(results)
                    .containsExactly(
                            List.of(new Pod("production")),
                            List.of("escalation"),
                            new Report("why is it slow?"),
                            List.of(new Pod("production")));
            assertThat(telemetry.spans())
                    .extracting(span -> span.getName() + " " + span.getStatus().getStatusCode())
                    .containsExactly(
                            "tool.get_pods UNSET",
                            "memory.retrieve UNSET",
                            "supervisor.investigate UNSET",
                            "supervisor.route_decision ERROR",
                            "tool.get_pods UNSET");
            assertThat(telemetry.metrics())
                    .containsOnlyKeys(
                            "ToolExecution",
                            "MemoryOperation",
                            "AgentInvocation",
                            "ComponentError",
                            "EscalationTriggered");
        }
    }

    @Test
    void thePageShowsTheCodeAbove() throws IOException {
        String code = withoutIndent(Files.readString(THIS));

        List<String> snippets = SNIPPET.matcher(Files.readString(PAGE))
                .results()
                .map(found -> withoutIndent(found.group(1)))
                .toList();

        assertThat(snippets).hasSize(6).allSatisfy(snippet -> assertThat(code).contains(snippet));
    }

    @Test
    void whateverThePageCallsExists() throws IOException {
        List<MatchResult> calls = CALL.matcher(Files.readString(PAGE)).results().toList();

        assertThat(calls).hasSizeGreaterThan(10).allSatisfy(call -> {
            if (!List.of("SreTelemetry", "TelemetryConfig", "System", "Map", "Duration")
                    .contains(call.group(1))) {
                assertThat(Class.forName("io.sreobservability.aspects." + call.group(1))
                                .getMethods())
                        .extracting(Method::getName)
                        .contains(call.group(2));
            }
        });
    }

    private static String withoutIndent(String text) {
        return Arrays.stream(text.split("\n")).map(String::strip).collect(Collectors.joining("\n"));
    }
}
