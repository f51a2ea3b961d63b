package io.sreobservability.sreagent.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.agent.AgentType;
import io.sreobservability.sreagent.agent.Escalation;
import io.sreobservability.sreagent.agent.Finding;
import io.sreobservability.sreagent.agent.Inquiry;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.InvestigationPlan;
import io.sreobservability.sreagent.agent.MemoryContext;
import io.sreobservability.sreagent.agent.PlanStep;
import io.sreobservability.sreagent.agent.RouteDecision;
import io.sreobservability.sreagent.agent.Severity;
import io.sreobservability.sreagent.agent.SpecialistResult;
import io.sreobservability.sreagent.agent.Summary;
import io.sreobservability.sreagent.agent.TokenCount;
import io.sreobservability.sreagent.agent.UserPreferences;
import io.sreobservability.sreagent.memory.Wishes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service's door: what it takes, what it answers, what it refuses, how it ends. */
@Timeout(30)
class AgentServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROMPT = "{\"input\":{\"prompt\":\"why?\",\"user_id\":\"Alice\"}}";
    private static final String JSON_TYPE = "Content-Type: application/json";

    private final BlockingQueue<Inquiry> inquiries = new LinkedBlockingQueue<>();
    private Consumer<Inquiry> work = inquiry -> {};
    private List<Finding> findings = List.of();
    private AgentServer server;

    @BeforeEach
    void start() throws IOException {
        server = start(Inquiry.DEFAULT_USER, Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private AgentServer start(String defaultUser, Duration patienceAtStop) throws IOException {
        ServeConfig config = new ServeConfig("127.0.0.1", 0, defaultUser, 1, patienceAtStop);
        Investigator investigator = inquiry -> {
            inquiries.add(inquiry);
            work.accept(inquiry);
            return investigation(inquiry);
        };
        return AgentServer.start(config, investigator, OpenTelemetry.noop());
    }

    private Investigation investigation(Inquiry inquiry) {
        return new Investigation(
                "investigation_4f1c2a9be07d3385",
                inquiry.userId(),
                inquiry.sessionId(),
                inquiry.query(),
                Instant.EPOCH,
                "0".repeat(32),
                new InvestigationPlan(
                        List.of(new PlanStep(AgentType.LOGS, "look")),
                        InvestigationPlan.Complexity.SIMPLE,
                        true,
                        "because"),
                new RouteDecision(List.of(), "not carried out here"),
                new MemoryContext(new UserPreferences(List.of()), List.of(), List.of(), null, Wishes.NONE),
                List.of(new SpecialistResult(
                        AgentType.LOGS,
                        findings,
                        List.of(),
                        List.of(),
                        5,
                        1,
                        new TokenCount(0, 0),
                        null,
                        Duration.ZERO)),
                new Summary(
                        "",
                        "",
                        List.of(),
                        "",
                        Severity.LOW,
                        "",
                        List.of(),
                        List.of(),
                        new Escalation(null, "nothing was done")),
                new TokenCount(0, 0),
                false,
                Duration.ZERO);
    }

    @Test
    void aPromptIsAnsweredWithTheReport() throws Exception {
        Answer answer = post("{\"input\":{\"prompt\":\" why? \",\"user_id\":\"Alice\",\"session_id\":\"s-1\"}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("Content-Type: application/json").doesNotContain("Jetty");
        JsonNode output = answer.json().path("output");
        assertThat(output.path("message").asText()).startsWith("# Investigation report");
        assertThat(Instant.parse(output.path("timestamp").asText())).isBefore(Instant.now());
        assertThat(output.path("model").asText()).isEqualTo("sre-multi-agent");
        assertThat(inquiries.take()).isEqualTo(new Inquiry("why?", "Alice", "s-1"));
    }

    @Test
    void whatAgentCorePassesInHeadersAndAtTheTopCountsToo() throws Exception {
        String session = "0123456789abcdef0123456789abcdef-42";
        Answer answer = post(
                "{\"prompt\":\"why?\"}",
                RequestReader.SESSION_HEADER + ": " + session,
                RequestReader.USER_HEADER + ": Alice");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(inquiries.take()).isEqualTo(new Inquiry("why?", "Alice", session));
    }

    @Test
    void withoutASessionEachRequestIsOne() throws Exception {
        post(PROMPT);
        post(PROMPT);
        assertThat(inquiries.take().sessionId())
                .startsWith("serve-")
                .isNotEqualTo(inquiries.take().sessionId());
    }

    @Test
    void theUserOfTheProcessAsksWhenTheRequestDoesNotSay() throws Exception {
        server.close();
        server = start("Alice", Duration.ofSeconds(10));

        assertThat(post("{\"input\":{\"prompt\":\"why?\"}}").status()).isEqualTo(200);
        assertThat(inquiries.take().userId()).isEqualTo("Alice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                                          | The body must be a JSON object like",
                "{                                                         | The body must be a JSON object like",
                "[1]                                                       | The body must be a JSON object like",
                "{} {}                                                     | The body must be a JSON object like",
                "{}                                                        | prompt needs a question of 1 to 10000 characters",
                "{\"input\":{\"prompt\":\"  \",\"user_id\":\"Alice\"}}     | prompt needs a question of 1 to 10000 characters",
                "{\"input\":{\"prompt\":7,\"user_id\":\"Alice\"}}          | prompt must be a text",
                "{\"input\":{\"prompt\":\"why?\",\"user_id\":\"\"}}        | user_id takes a letter or digit followed by",
                "{\"input\":{\"prompt\":\"why?\",\"user_id\":\"../a\"}}    | user_id takes a letter or digit followed by",
                "{\"prompt\":\"why?\",\"user_id\":\"Alice\",\"session_id\":\"a/b\"} | session_id takes 1 to 256 letters"
            })
    void whatCannotBeAskedIsRefusedWithTheFix(String body, String detail) throws Exception {
        Answer answer = post(body == null ? "" : body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).startsWith(detail);
        assertThat(inquiries).isEmpty();
    }

    @Test
    void otherBodiesPathsAndMethodsAreRefusedInTheSameShape() throws Exception {
        assertRefused(post("{\"prompt\":\"" + "x".repeat(300_000) + "\"}"), 413);
        assertRefused(send("POST /invocations", PROMPT, "Content-Type: text/plain"), 415);
        assertRefused(send("GET /invocations", ""), 405);
        assertRefused(send("GET /", ""), 404);
        assertRefused(send("GET /<img>", ""), 400);
        assertRefused(send("POST /ping", ""), 405);
        assertRefused(raw("POST /invocations HTTP/1.1\r\nHost: a b\r\nHost: c"), 400);
        assertRefused(
                raw("POST /invocations HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nContent-Length: x"), 400);
        assertThat(inquiries).isEmpty();
    }

    private static void assertRefused(Answer answer, int status) throws IOException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.head()).contains("Content-Type: application/json");
        assertThat(answer.json().path("detail").asText()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("<", "etty", "exception");
    }

    @Test
    void aReportThatCannotBeWrittenIsAFailureInsideToo() throws Exception {
        findings = Arrays.asList(new Finding[1]);

        Answer answer = post(PROMPT);

        assertRefused(answer, 500);
        assertThat(answer.body()).contains("Internal error");
        findings = List.of();
        assertThat(post(PROMPT).status()).as("there is room again").isEqualTo(200);
    }

    @Test
    void aWebPageOrAForeignHostIsRefused() throws Exception {
        assertThat(post(PROMPT, "Origin: http://localhost:" + server.port()).status())
                .isEqualTo(403);
        assertThat(raw("GET /ping HTTP/1.1\r\nHost: evil.test:" + server.port()).status())
                .isEqualTo(403);
    }

    @Test
    void oneTooManyIsToldToComeBackAndPingSaysThatItIsBusy() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        work = inquiry -> await(released);
        assertThat(send("GET /ping", "").json().path("status").asText()).isEqualTo("Healthy");
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> post(PROMPT));
        inquiries.take();

        Answer second = post(PROMPT);
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.head()).contains("Retry-After: ");
        assertThat(second.json().path("detail").asText()).isEqualTo("1 investigations are running; try again later");
        assertThat(send("GET /ping", "").json().path("status").asText()).isEqualTo("HealthyBusy");

        released.countDown();
        assertThat(first.get().status()).isEqualTo(200);
        assertThat(post(PROMPT).status()).as("there is room again").isEqualTo(200);
    }

    @Test
    void whoeverSendsSlowlyHoldsATurnAndNoThreadOfTheOthers() throws Exception {
        try (Socket slow = beginToPost()) {
            assertThat(post(PROMPT).status()).isEqualTo(429);

            slow.getOutputStream().write(PROMPT.getBytes(UTF_8));
            assertThat(new String(slow.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 200 ");
        }
        assertThat(post(PROMPT).status()).as("there is room again").isEqualTo(200);
    }

    @Test
    void aStopDoesNotWaitForWhoeverSendsSlowly() throws Exception {
        server.close();
        server = start(Inquiry.DEFAULT_USER, Duration.ZERO);
        try (Socket slow = beginToPost()) {
            server.close();

            assertThat(new String(slow.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 503 ");
        }
    }

    /** Sends all but the body, and waits until its turn has begun. */
    private Socket beginToPost() throws IOException {
        Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port());
        String head = "POST /invocations HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n" + JSON_TYPE
                + "\r\nContent-Length: " + PROMPT.length() + "\r\nConnection: close\r\n\r\n";
        slow.getOutputStream().write(head.getBytes(UTF_8));
        while (!send("GET /ping", "").body().contains("HealthyBusy")) {
            Thread.onSpinWait();
        }
        return slow;
    }

    @Test
    void aFailureInsideIsNotShown() throws Exception {
        work = inquiry -> {
            throw new IllegalStateException("a secret");
        };
        Answer answer = post(PROMPT);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("Internal error").doesNotContain("secret", "\tat ");
    }

    @Test
    void aStopLetsWhatIsRunningEnd() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        work = inquiry -> await(released);
        CompletableFuture<Answer> running = CompletableFuture.supplyAsync(() -> post(PROMPT));
        inquiries.take();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
        while (send("GET /ping", "").status() != 503) {
            Thread.onSpinWait();
        }

        Answer late = post(PROMPT);
        assertThat(late.status()).isEqualTo(503);
        assertThat(late.head()).contains("Retry-After: ");
        released.countDown();
        assertThat(running.get().status()).isEqualTo(200);
        stop.get();
    }

    @Test
    void aStopInterruptsWhatTakesTooLong() throws Exception {
        server.close();
        server = start(Inquiry.DEFAULT_USER, Duration.ZERO);
        work = inquiry -> await(new CountDownLatch(1));
        CompletableFuture<Answer> running = CompletableFuture.supplyAsync(() -> post(PROMPT));
        inquiries.take();
        server.close();

        assertThat(running.get().status()).isEqualTo(503);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }

    private record Answer(int status, String head, String body) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    private Answer post(String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = JSON_TYPE;
        return send("POST /invocations", body, all);
    }

    private Answer send(String line, String body, String... headers) {
        String more = headers.length == 0 ? "" : "\r\n" + String.join("\r\n", headers);
        return raw(line + " HTTP/1.1\r\nHost: localhost:" + server.port() + more + "\r\nContent-Length: "
                + body.getBytes(UTF_8).length + "\r\nConnection: close\r\n\r\n" + body);
    }

    private Answer raw(String text) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((text.contains("\r\n\r\n") ? text : text + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Answer(
                    Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end), answer.substring(end + 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
