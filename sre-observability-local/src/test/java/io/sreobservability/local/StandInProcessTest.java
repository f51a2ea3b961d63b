package io.sreobservability.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as users run it: a process of its own. */
class StandInProcessTest {
    @Test
    void itTellsInOneLineWhereItIsReadyAndStopsWhenTold() throws Exception {
        Process process = start("--port", "0", "--fault", "503,signal=logs");
        try (BufferedReader out = reader(process.getInputStream())) {
            String ready = out.readLine();
            Matcher url = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+").matcher(ready);
            assertThat(url.find()).as(ready).isTrue();
            assertThat(get(url.group() + "/health"))
                    .startsWith("{\"status\":\"healthy\",\"service\":\"sre-observability-local\"");
            assertThat(get(url.group() + "/faults")).contains("\"fault\":\"503\",\"signal\":\"logs\"");

            process.toHandle().destroy(); // SIGTERM; Process.destroy would close our end of the pipes, too.
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(out.readLine()).isNull();
            assertThat(text(process.getErrorStream())).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aFaultThatCannotBeIsRefused() throws Exception {
        assertFails("--fault: refuse is for all requests", "--port", "0", "--fault", "refuse");
    }

    @Test
    void aTakenPortIsOneLineAndANonZeroExit() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFails(
                    "Cannot listen on port " + taken.getLocalPort() + " of 127.0.0.1",
                    "--port",
                    String.valueOf(taken.getLocalPort()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void aHostOutsideTheLoopbackInterfaceIsRefused(String host) throws Exception {
        assertFails("Host '" + host + "' is not on the loopback interface.", "--port", "0", "--host", host);
    }

    @Test
    void aPortThatIsNoneIsRefused() throws Exception {
        assertFails("--port must be from 0 to 65535.", "--port", "70000");
    }

    @Test
    void anAccessKeyNeedsItsSecret() throws Exception {
        assertFails("--access-key needs its secret in the environment variable", "--port", "0", "--access-key", "AKID");
    }

    private static void assertFails(String message, String... arguments) throws Exception {
        Process process = start(arguments);
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(text(process.getErrorStream()).lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).startsWith(message));
            assertThat(text(process.getInputStream())).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                StandIn.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).start();
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
