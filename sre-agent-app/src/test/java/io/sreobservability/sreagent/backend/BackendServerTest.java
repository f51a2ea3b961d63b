package io.sreobservability.sreagent.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every backend, whatever it answers. */
class BackendServerTest {
    private static RunningBackend logs;

    @BeforeAll
    static void start() throws IOException {
        logs = RunningBackend.of(ToolDomain.LOGS);
    }

    @AfterAll
    static void stop() {
        logs.close();
    }

    @ParameterizedTest
    @EnumSource(ToolDomain.class)
    void everyBackendTellsThatItIsHealthyAndWhoItIs(ToolDomain domain) throws Exception {
        try (RunningBackend backend = RunningBackend.of(domain)) {
            RunningBackend.Answer answer = backend.get("/");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .hasToString("{\"status\":\"healthy\",\"service\":\"" + domain.serviceName() + "\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/logs/recent", "/logs/search", "/no/such/path"})
    void noPathAnswersWithoutTheKey(String path) throws Exception {
        for (HttpRequest.Builder request : new HttpRequest.Builder[] {
            logs.request(path),
            logs.request(path).header("X-API-Key", "wrong"),
            logs.request(path).header("X-API-Key", "")
        }) {
            RunningBackend.Answer answer = RunningBackend.send(request.GET());
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).hasToString("{\"detail\":\"Invalid or missing API key\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/path", "/logs", "/logs/recent/", "/logs//recent", "/pods/status", "/logs/../"})
    void anUnknownPathIsNotFound(String path) throws Exception {
        assertThat(logs.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD"})
    void onlyGetIsAllowed(String method) throws Exception {
        String answer = logs.raw(
                method + " /logs/recent HTTP/1.1",
                "Host: localhost:" + logs.server().port(),
                "X-API-Key: test-key");
        assertThat(answer).startsWith("HTTP/1.1 405 ").containsIgnoringCase("allow: GET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/logs/search | pattern | is required",
                "/logs/search?pattern= | pattern | must not be empty",
                "/logs/search?pattern=a&pattern=b | pattern | is given more than once",
                "/logs/recent?limit=0 | limit | must be at least 1",
                "/logs/recent?limit=1001 | limit | must be at most 1000",
                "/logs/recent?limit=many | limit | must be a whole number",
                "/logs/recent?limit=99999999999 | limit | must be a whole number",
                "/logs/recent?colour=red | colour | is unknown; get_recent_logs takes limit, service",
                "/logs/patterns?time_window=2h | time_window | must be one of 1h, 6h, 24h, 7d",
                "/logs/search?pattern=a&log_level=error | log_level | must be one of CRITICAL, ERROR, WARN, INFO, DEBUG",
            })
    void aBadParameterIsNamedWithItsPlaceAndTheFix(String path, String parameter, String message) throws Exception {
        RunningBackend.Answer answer = logs.get(path);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("detail"))
                .anySatisfy(problem -> assertThat(problem)
                        .hasToString("{\"loc\":[\"query\",\"" + parameter + "\"],\"msg\":\"" + message + "\"}"));
    }

    @Test
    void aTimeWithoutZoneIsRefused() throws Exception {
        RunningBackend.Answer answer = logs.get("/logs/errors?since=2024-01-15T14:00:00");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().toString()).contains("ISO 8601 time with zone");
    }

    @Test
    void aForeignHostOrAWebPageIsRefusedEvenWithTheKey() throws Exception {
        String port = ":" + logs.server().port();
        assertThat(logs.raw("GET / HTTP/1.1", "Host: evil.test" + port, "X-API-Key: test-key"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(logs.raw("GET / HTTP/1.1", "Host: localhost:1", "X-API-Key: test-key"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(logs.raw(
                        "GET / HTTP/1.1", "Host: localhost" + port, "Origin: http://localhost", "X-API-Key: test-key"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(logs.raw("GET / HTTP/1.1", "Host: LOCALHOST" + port, "X-API-Key: test-key"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void anInternalFailureShowsNothingOfTheInside(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("dataset.json"), "{\"incident_end\":\"2024-01-15T14:30:00Z\"}");
        Files.writeString(folder.resolve("logs/application.jsonl"), "{\"level\":\"ERROR\",\"message\":\"no time\"}");
        try (RunningBackend broken =
                RunningBackend.of(ToolDomain.LOGS, OpenTelemetry.noop(), config -> config.withDataFolder(folder))) {
            RunningBackend.Answer answer = broken.get("/logs/patterns");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).hasToString("{\"detail\":\"Internal Server Error\"}");
            assertThat(broken.get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void aTakenPortIsReportedAsSuch() {
        assertThatThrownBy(() -> RunningBackend.of(
                        ToolDomain.LOGS,
                        OpenTelemetry.noop(),
                        config -> config.withPort(logs.server().port())))
                .isInstanceOf(BindException.class);
    }

    @Test
    void aSlowBackendAnswersLateButRight() throws Exception {
        try (RunningBackend slow = RunningBackend.of(
                ToolDomain.LOGS, OpenTelemetry.noop(), config -> config.withLatency(Duration.ofMillis(150)))) {
            long start = System.nanoTime();
            assertThat(slow.get("/").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        }
    }

    private static boolean aRequestIsHeldBack() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("logs-api-"))
                .flatMap(thread -> Stream.of(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().endsWith(".LatencyFilter"));
    }

    @Test
    void closingLetsRunningRequestsFinishAndFreesThePort() throws Exception {
        RunningBackend slow = RunningBackend.of(
                ToolDomain.LOGS, OpenTelemetry.noop(), config -> config.withLatency(Duration.ofSeconds(2)));
        CompletableFuture<RunningBackend.Answer> running = CompletableFuture.supplyAsync(() -> {
            try {
                return slow.get("/");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(BackendServerTest::aRequestIsHeldBack);
        slow.close();
        assertThat(running.get().status()).isEqualTo(200);
        RunningBackend.of(
                        ToolDomain.LOGS,
                        OpenTelemetry.noop(),
                        config -> config.withPort(slow.server().port()))
                .close();
    }
}
