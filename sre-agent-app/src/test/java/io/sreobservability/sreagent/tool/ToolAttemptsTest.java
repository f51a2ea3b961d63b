package io.sreobservability.sreagent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.sreagent.remote.Sleeper;
import io.sreobservability.testing.RecordedTelemetry;
import io.sreobservability.testing.SreTelemetryExtension;
import io.sreobservability.testing.Waive;
import io.sreobservability.testing.contract.Rule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails for a moment is tried again, and the trace shows it; what will not pass costs one try. */
@ResourceLock(SreTelemetryExtension.RESOURCE)
@Waive(
        rule = Rule.MISSING_REQUIRED,
        names = {"sre.investigation_id", "sre.user_id"},
        reason = "the supervisor sets them, and this class calls the tool alone")
class ToolAttemptsTest {
    @RegisterExtension
    static final SreTelemetryExtension TELEMETRY =
            SreTelemetryExtension.builder().captureContent().build();

    private static final String TOOL = "get_pod_status";
    private static final String REFUSED =
            "Tool get_pod_status: http://127.0.0.1:8011/pods/status can't be reached: the connection was refused.";
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final Queue<ObjectNode> FAILURES = new ArrayDeque<>();
    private static ScriptedGateway gateway;

    private final List<Duration> pauses = new ArrayList<>();
    private final List<ToolRetry> told = new ArrayList<>();
    private boolean interruptedAfter;

    /** The gateway fails as the test says, then answers. */
    @BeforeAll
    static void start() throws IOException {
        gateway = new ScriptedGateway(ToolAttemptsTest::answer);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        CALLS.set(0);
        FAILURES.clear();
    }

    private static void answer(HttpExchange exchange, JsonNode message) throws IOException {
        CALLS.incrementAndGet();
        ObjectNode failure = FAILURES.poll();
        ScriptedGateway.result(exchange, message, failure == null ? ScriptedGateway.content("{}") : failure);
    }

    private static void willFail(int times, String code, String sentence) {
        for (int i = 0; i < times; i++) {
            ObjectNode failure = ScriptedGateway.content(sentence).put("isError", true);
            failure.putObject("_meta").put("io.sreobservability/error_type", code);
            FAILURES.add(failure);
        }
    }

    private static void willFailUntil(int seconds) {
        willFail(1, "http_503", "busy");
        ((ObjectNode) FAILURES.element().path("_meta")).put("io.sreobservability/retry_after", seconds);
    }

    private ToolResult call(GatewayAddress address, RetryPolicy policy, Sleeper waiting) {
        ToolAttempts attempts = new ToolAttempts(policy, waiting, () -> 1);
        try (ToolClient client = new ToolClient(
                ToolCatalog.standard(), address, () -> AccessToken.of("t"), Duration.ofSeconds(5), attempts)) {
            ToolResult result = client.call(TOOL, Map.of(), told::add);
            interruptedAfter = Thread.interrupted();
            return result;
        }
    }

    private ToolResult call() {
        return call(gateway.address(), RetryPolicy.standard(), pauses::add);
    }

    @Test
    void aCallThatIsAnsweredAtOnceHasNoAttempts(RecordedTelemetry telemetry) {
        assertThat(call().isError()).isFalse();

        telemetry.assertTrace().isTree("tool.get_pod_status");
        assertThat(told).isEmpty();
    }

    @Test
    void aCallThatSucceedsAtTheThirdTryIsOneSuccessWithThreeNumberedAttempts(RecordedTelemetry telemetry) {
        willFail(2, "connection_refused", REFUSED);

        assertThat(call().isError()).isFalse();

        telemetry.assertTrace().isTree("""
                tool.get_pod_status
                  tool.get_pod_status.attempt
                  tool.get_pod_status.attempt
                  tool.get_pod_status.attempt
                """);
        telemetry.assertSpan("tool.get_pod_status").succeeded();
        assertThat(attempts(telemetry))
                .extracting(span -> span.getAttributes().get(AttributeKey.longKey("sre.attempt")))
                .containsExactly(1L, 2L, 3L);
        assertThat(attempts(telemetry))
                .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("error.type")))
                .containsExactly("connection_refused", "connection_refused", null);
        telemetry
                .assertMetric("ToolExecution")
                .hasPoint(Map.of("ToolName", TOOL, "AgentName", "unknown"))
                .count(1);
        telemetry.assertNoMetric("ComponentError");
    }

    @Test
    void eachRefusedAttemptNamesTheBackendAndTheCallIsOneFailure(RecordedTelemetry telemetry) {
        willFail(3, "connection_refused", REFUSED);

        assertThat(call()).isEqualTo(ToolResult.failure(TOOL, "connection_refused", REFUSED));

        assertThat(attempts(telemetry))
                .hasSize(3)
                .allSatisfy(attempt -> assertThat(attempt.getEvents())
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.getName()).isEqualTo("exception");
                            assertThat(event.getAttributes().get(AttributeKey.stringKey("exception.type")))
                                    .isEqualTo("connection_refused");
                            assertThat(event.getAttributes().get(AttributeKey.stringKey("exception.message")))
                                    .isEqualTo(REFUSED);
                        }));
        telemetry.assertSpan("tool.get_pod_status").failed("connection_refused");
        telemetry
                .assertMetric("ComponentError")
                .hasPoint(Map.of("Component", "tool", "Name", TOOL, "ErrorType", "connection_refused"))
                .count(1);
    }

    @Test
    void theFirstAttemptHasItsTimesAlthoughItsSpanIsMadeAfterwards(RecordedTelemetry telemetry) {
        willFail(1, "timeout", "late");

        call();

        SpanData whole = telemetry.assertSpan("tool.get_pod_status").data();
        List<SpanData> attempts = attempts(telemetry);
        assertThat(attempts.get(0).getStartEpochNanos()).isGreaterThanOrEqualTo(whole.getStartEpochNanos());
        assertThat(attempts.get(0).getEndEpochNanos())
                .isGreaterThan(attempts.get(0).getStartEpochNanos())
                .isLessThanOrEqualTo(attempts.get(1).getStartEpochNanos());
    }

    @Test
    void whatTheSentenceSaysStaysInTheProcessUnlessContentIsCaptured(RecordedTelemetry telemetry) {
        SreObservability.setCaptureContent(false);
        willFail(1, "connection_refused", REFUSED);

        call();

        assertThat(attempts(telemetry).get(0).getEvents().get(0).getAttributes().asMap())
                .containsOnlyKeys(AttributeKey.stringKey("exception.type"));
    }

    @Test
    void thePausesDoubleAndWhoWaitsIsToldBefore() {
        willFail(3, "http_503", "busy");

        call();

        assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(told)
                .containsExactly(
                        new ToolRetry(2, 3, Duration.ofMillis(100), "http_503"),
                        new ToolRetry(3, 3, Duration.ofMillis(200), "http_503"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection_refused", "connection_failed", "timeout", "http_429", "http_500", "http_503"})
    void whatMayPassIsTriedThreeTimes(String code) {
        willFail(5, code, "no luck");

        assertThat(call().errorType()).isEqualTo(code);
        assertThat(CALLS).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http_400",
                "http_401",
                "http_403",
                "http_404",
                "http_422",
                "unknown_host",
                "invalid_answer",
                "answer_too_large",
                "invalid_arguments",
                "interrupted"
            })
    void whatWillNotPassIsTriedOnce(String code) {
        willFail(1, code, "no luck");

        assertThat(call().errorType()).isEqualTo(code);
        assertThat(CALLS).hasValue(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void whoeverAsksForMoreTimeGetsIt() {
        willFailUntil(2);

        assertThat(call().isError()).isFalse();
        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void whoeverAsksForMoreTimeThanThereIsIsNotAskedAgain() {
        willFailUntil(60);

        assertThat(call().errorType()).isEqualTo("http_503");
        assertThat(CALLS).hasValue(1);
        assertThat(told).isEmpty();
    }

    @Test
    void aCallThatHasTakenAllItsTimeIsNotTriedAgain(RecordedTelemetry telemetry) {
        willFail(1, "timeout", "late");

        call(gateway.address(), new RetryPolicy(3, Duration.ofMillis(1), Duration.ZERO), pauses::add);

        assertThat(CALLS).hasValue(1);
        telemetry.assertTrace().isTree("tool.get_pod_status");
    }

    @Test
    void anInterruptEndsTheTriesAndIsKept() {
        willFail(3, "connection_refused", REFUSED);

        ToolResult result = call(gateway.address(), RetryPolicy.standard(), pause -> {
            throw new InterruptedException();
        });

        assertThat(interruptedAfter).isTrue();
        assertThat(result.errorType()).isEqualTo("connection_refused");
        assertThat(CALLS).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 401})
    void aGatewayThatIsAwayForAMomentIsGreetedAgainAndOneThatRefusesTheTokenIsNot(int status) throws IOException {
        AtomicInteger greetings = new AtomicInteger();
        HttpServer away = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        away.createContext("/", exchange -> {
            try (exchange) {
                // The client also asks for a stream of events, by GET: that is no greeting.
                greetings.addAndGet(exchange.getRequestMethod().equals("POST") ? 1 : 0);
                exchange.sendResponseHeaders(status, -1);
            }
        });
        away.start();
        try {
            ToolResult result = call(ScriptedGateway.at(away), RetryPolicy.standard(), pauses::add);

            assertThat(result.errorType()).isEqualTo("http_" + status);
            assertThat(greetings).hasValue(status == 503 ? 3 : 1);
        } finally {
            away.stop(0);
        }
    }

    private static List<SpanData> attempts(RecordedTelemetry telemetry) {
        return telemetry.spans().stream()
                .filter(span -> span.getName().equals("tool.get_pod_status.attempt"))
                .toList();
    }
}
