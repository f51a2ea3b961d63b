package io.sreobservability.sreagent.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.cli.SreAgent;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sre-agent backend}: one ready line, clear refusals, an orderly end. */
class BackendCommandTest {
    private static final Map<String, String> WITH_KEY = Map.of("SRE_AGENT_API_KEY", "test-key");

    private record Refusal(int exitCode, String text) {}

    private static Refusal refused(Map<String, String> environment, String... arguments) {
        StringWriter err = new StringWriter();
        List<String> command = new ArrayList<>(List.of("backend"));
        command.addAll(List.of(arguments));
        int exitCode = SreAgent.commandLine(environment)
                .setErr(new PrintWriter(err, true))
                .execute(command.toArray(String[]::new));
        return new Refusal(exitCode, err.toString());
    }

    @Test
    void withoutAKeyItDoesNotStart() {
        Refusal refusal = refused(Map.of(), "logs", "--port", "0");
        assertThat(refusal.exitCode()).isEqualTo(3);
        assertThat(refusal.text()).hasLineCount(1).contains("SRE_AGENT_API_KEY is not set");
    }

    @Test
    void aTakenPortIsNamedInOneLine() throws Exception {
        try (RunningBackend other =
                RunningBackend.of(ToolDomain.LOGS, OpenTelemetry.noop(), UnaryOperator.identity())) {
            int port = other.server().port();
            Refusal refusal = refused(WITH_KEY, "logs", "--port", String.valueOf(port));
            assertThat(refusal.exitCode()).isEqualTo(2);
            assertThat(refusal.text()).hasLineCount(1).contains("port " + port + " of 127.0.0.1 can't be used");
        }
    }

    @Test
    void anUnusableFolderNamesTheFile(@TempDir Path empty) {
        Refusal refusal = refused(WITH_KEY, "logs", "--port", "0", "--data", empty.toString());
        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.text()).hasLineCount(1).contains("application.jsonl");
    }

    @Test
    void wrongArgumentsAreRefusedWithWhatIsRight() {
        assertThat(refused(WITH_KEY, "weather").text())
                .contains("there is no backend 'weather'; choose one of kubernetes, logs, metrics, runbooks");
        assertThat(refused(WITH_KEY, "logs", "--latency", "slow").text())
                .contains("'slow' is not a time like 250ms or 3s");
        assertThat(refused(WITH_KEY, "logs", "--port", "70000").text()).contains("--port must be from 0 to 65535");
        assertThat(refused(WITH_KEY, "logs", "--fixed-time", "noon").exitCode()).isEqualTo(2);
    }

    @Test
    void itTellsWhenItIsReadyAnswersAndEndsOnSigterm(@TempDir Path folder) throws Exception {
        Process process =
                start(withoutLog(folder), "kubernetes", "--port", "0", "--fixed-time", "2024-01-15T14:30:00Z");
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String ready = out.readLine();
            assertThat(ready).startsWith("k8s-api listens on http://127.0.0.1:");
            URI base = URI.create(ready.substring(ready.indexOf("http")));
            HttpResponse<String> events = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(base.resolve("/events?severity=Normal"))
                                    .header("X-API-Key", "test-key")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(events.body()).contains("\"2024-01-15T08:00:00Z\"");

            // Unlike Process.destroy this leaves the output readable.
            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("128 + SIGTERM").isEqualTo(143);
            assertThat(out.readLine()).as("nothing but the ready line").isNull();
            assertThat(isListening(base.getPort())).isFalse();
        } finally {
            process.destroyForcibly();
        }
    }

    /** A Logback configuration that prints nothing: what is left on standard output is the command's own. */
    private static String withoutLog(Path folder) throws IOException {
        return Files.writeString(folder.resolve("logback.xml"), "<configuration/>")
                .toString();
    }

    private static Process start(String logback, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + logback,
                "-cp",
                System.getProperty("java.class.path"),
                SreAgent.class.getName(),
                "backend"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(WITH_KEY);
        builder.environment().put("SRE_OBSERVABILITY_MODE", "none");
        return builder.start();
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
