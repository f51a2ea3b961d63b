package io.sreobservability.sreagent.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sreobservability.sreagent.trace.CannedStandIn.Answer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TraceClientTest {
    private static final String ID = "5b8efff798038103d269b633813fc60c";
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Answer UNKNOWN = new Answer(404, "{\"error\":\"no such trace\"}");
    private static final Answer WHOLE = new Answer(200, CannedStandIn.resource("scenario-1.json"));

    @Test
    void aTraceIsAwaitedUntilItHasStoppedGrowing() throws IOException {
        Answer rootOnly = trace(span("a1", null, "supervisor.investigate", "INTERNAL"));

        try (CannedStandIn standIn = CannedStandIn.answering(UNKNOWN, rootOnly, WHOLE)) {
            TraceClient.Arrival arrival = client(standIn).await(ID, AMPLE, () -> {});

            assertThat(arrival.missing()).isEmpty();
            assertThat(arrival.trace().spans()).hasSize(17);
            assertThat(standIn.requests()).as("two looks at the whole trace").isEqualTo(4);
        }
    }

    @Test
    void whatIsMissingWhenPatienceEndsIsNamed() throws IOException {
        Answer pieces = trace(
                span("a1", null, "supervisor.investigate", "INTERNAL"),
                span("a2", "a1", "tool.get_pod_status", "INTERNAL"),
                span("a3", "b9", "memory.retrieve", "INTERNAL"));

        try (CannedStandIn standIn = CannedStandIn.answering(pieces)) {
            assertThat(client(standIn).await(ID, Duration.ZERO, () -> {}).missing())
                    .containsExactlyInAnyOrder(
                            "the backend's span below tool.get_pod_status", "span b9, the parent of memory.retrieve");
        }
    }

    @Test
    void aSlowTraceIsToldOnce() throws IOException {
        Answer unanswered = trace(
                span("a1", null, "supervisor.investigate", "INTERNAL"),
                span("a2", "a1", "tool.get_pod_status", "INTERNAL"));
        AtomicInteger told = new AtomicInteger();

        try (CannedStandIn standIn = CannedStandIn.answering(unanswered, unanswered, unanswered, WHOLE)) {
            new TraceClient(standIn.uri(), Duration.ofMillis(1), Duration.ZERO).await(ID, AMPLE, told::incrementAndGet);
            assertThat(standIn.requests()).isEqualTo(5);
        }
        assertThat(told).hasValue(1);
    }

    @Test
    void aTraceWithoutItsRootIsNotWhole() throws IOException {
        try (CannedStandIn standIn = CannedStandIn.answering(trace(span("a2", "a1", "memory.retrieve", "INTERNAL")))) {
            assertThat(client(standIn).await(ID, Duration.ZERO, () -> {}).missing())
                    .contains("the root span");
        }
    }

    @Test
    void aFailedToolCallNeedsNoBackendSpan() throws IOException {
        try (CannedStandIn standIn =
                CannedStandIn.answering(new Answer(200, CannedStandIn.resource("backend-away.json")))) {
            assertThat(client(standIn).await(ID, AMPLE, () -> {}).missing()).isEmpty();
        }
    }

    @Test
    void aTraceThatNeverArrivesIsAnError() throws IOException {
        try (CannedStandIn standIn = CannedStandIn.answering(UNKNOWN)) {
            assertThatExceptionOfType(TraceUnavailableException.class)
                    .isThrownBy(() -> client(standIn).await(ID, Duration.ZERO, () -> {}))
                    .withMessageContaining("has no trace " + ID);
        }
    }

    @Test
    void aDeadStandInIsAnErrorThatSaysHowToStartOne() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThatExceptionOfType(TraceUnavailableException.class)
                .isThrownBy(() -> new TraceClient(URI.create("http://127.0.0.1:" + free)).await(ID, AMPLE, () -> {}))
                .withMessage("No stand-in answers at http://127.0.0.1:" + free
                        + ": start it (java -jar sre-observability-local/target/sre-observability-local.jar),"
                        + " or name another with --stand-in.");
    }

    @Test
    void aServerThatIsNoStandInIsAnError() throws IOException {
        for (Answer strange : new Answer[] {
            new Answer(500, "oops"),
            new Answer(200, "<html>"),
            new Answer(200, "{}"),
            new Answer(200, "{\"spans\":[1]}")
        }) {
            try (CannedStandIn standIn = CannedStandIn.answering(strange)) {
                assertThatExceptionOfType(TraceUnavailableException.class)
                        .isThrownBy(() -> client(standIn).await(ID, AMPLE, () -> {}))
                        .withMessageContaining("is it the stand-in?");
            }
        }
    }

    @Test
    void somethingThatIsNoTraceIdIsRefusedBeforeAnyCall() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new TraceClient(URI.create("http://127.0.0.1:1")).find("../\u001B[2J"))
                .withMessage("\"../\\u{1B}[2J\" is not a trace id: it has 32 hex digits, in lower case.");
    }

    @Test
    void theNewestInvestigationIsPreferredToNewerTraces() throws IOException {
        String list = """
                {"traces":[{"traceId":"%s","rootName":"GET /health"},
                           {"traceId":"%s","rootName":"supervisor.investigate"}]}""".formatted("0".repeat(32), ID);
        try (CannedStandIn standIn = CannedStandIn.answering(new Answer(200, list))) {
            assertThat(client(standIn).newest()).isEqualTo(ID);
        }
    }

    @Test
    void anEmptyStandInHasNoNewestTrace() throws IOException {
        try (CannedStandIn standIn = CannedStandIn.answering(new Answer(200, "{\"traces\":[]}"))) {
            assertThatExceptionOfType(TraceUnavailableException.class)
                    .isThrownBy(() -> client(standIn).newest())
                    .withMessageContaining("run an investigation first");
        }
    }

    @Test
    void theInvestigationOfASessionIsFoundAmongOthers() throws IOException {
        String list = """
                {"traces":[{"traceId":"%s","rootName":"supervisor.investigate"},
                           {"traceId":"%s","rootName":"supervisor.investigate"}]}""".formatted("0".repeat(32), ID);
        try (CannedStandIn standIn = CannedStandIn.answering(
                new Answer(200, list), investigationOf("another"), investigationOf("session-1"))) {
            assertThat(client(standIn).ofSession("session-1")).isEqualTo(ID);
        }
        try (CannedStandIn standIn = CannedStandIn.answering(new Answer(200, list), investigationOf("another"))) {
            assertThatExceptionOfType(TraceUnavailableException.class)
                    .isThrownBy(() -> client(standIn).ofSession("session-1"))
                    .withMessageContaining("has no trace of the session session-1");
        }
    }

    @Test
    void theLogRecordsOfATraceAreRead() throws IOException {
        Answer records = new Answer(200, """
                {"records":[{"timeUnixNano":1,"severity":"WARN","body":"a pod is gone","traceId":"%s","spanId":null,
                             "service":"sre-agent","attributes":{"sre.investigation_id":"investigation_1"}},
                            {"severity":"INFO","body":{"a":1},"spanId":"a1","service":"x","attributes":{}}]}""".formatted(ID));
        try (CannedStandIn standIn = CannedStandIn.answering(records)) {
            assertThat(client(standIn).logs(ID))
                    .containsExactly(
                            new LogLine(
                                    "WARN",
                                    "a pod is gone",
                                    "sre-agent",
                                    null,
                                    Map.of("sre.investigation_id", "investigation_1")),
                            new LogLine("INFO", "{\"a\":1}", "x", "a1", Map.of()))
                    .extracting(LogLine::isProblem)
                    .containsExactly(true, false);
        }
    }

    private static Answer investigationOf(String session) {
        return trace("""
                {"spanId":"a1","name":"supervisor.investigate","attributes":{"sre.session_id":"%s"}}""".formatted(session));
    }

    private static TraceClient client(CannedStandIn standIn) {
        return new TraceClient(standIn.uri(), Duration.ofMillis(1), Duration.ofMillis(50));
    }

    private static Answer trace(String... spans) {
        return new Answer(200, "{\"traceId\":\"" + ID + "\",\"spans\":[" + String.join(",", spans) + "]}");
    }

    private static String span(String id, String parent, String name, String kind) {
        String parentId = parent == null ? "null" : "\"" + parent + "\"";
        return "{\"spanId\":\"%s\",\"parentSpanId\":%s,\"name\":\"%s\",\"kind\":\"%s\",\"startUnixNano\":1,\"endUnixNano\":2}"
                .formatted(id, parentId, name, kind);
    }
}
