package io.sreobservability.sreagent.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.tool.ApiKey;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A backend on a free loopback port whose clock stands at the data set's own end, so that times come out unmoved. */
final class RunningBackend implements AutoCloseable {
    static final ApiKey KEY = ApiKey.of("test-key");
    static final Clock UNMOVED = Clock.fixed(Instant.parse("2024-01-15T14:30:00Z"), ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final BackendServer server;

    private RunningBackend(BackendServer server) {
        this.server = server;
    }

    static RunningBackend of(ToolDomain domain) throws IOException {
        return of(domain, OpenTelemetry.noop(), UnaryOperator.identity());
    }

    static RunningBackend of(ToolDomain domain, OpenTelemetry telemetry, UnaryOperator<BackendConfig> change)
            throws IOException {
        BackendConfig config = BackendConfig.standard(domain, KEY).withPort(0).withClock(UNMOVED);
        return new RunningBackend(BackendServer.start(change.apply(config), telemetry));
    }

    BackendServer server() {
        return server;
    }

    record Answer(int status, JsonNode body) {}

    /** GET with the right key. */
    Answer get(String pathAndQuery) throws IOException, InterruptedException {
        return send(request(pathAndQuery).header("X-API-Key", "test-key").GET());
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(server.uri().resolve(pathAndQuery));
    }

    static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    /** Sends these lines as they are and gives the whole answer; for what an HTTP client would not send. */
    String raw(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** The texts of one field of an array's objects. */
    static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.path(field).asText()));
        return texts;
    }

    @Override
    public void close() {
        server.close();
    }
}
