package io.sreobservability.sreagent.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real stand-in between sender and view: what OTLP brings in is what is drawn. */
class TraceFromStandInTest {
    private static final String ID = "5b8efff798038103d269b633813fc60c";
    private static final long ZERO = System.currentTimeMillis() - 1000;
    private static final int INTERNAL = 1;
    private static final int SERVER = 2;
    private static final int ERROR = 2;

    private StandInServer standIn;
    private URI uri;

    @BeforeEach
    void start() throws Exception {
        standIn = StandInServer.start(StandInConfig.ephemeral());
        uri = URI.create(standIn.url());
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void aTraceOfTwoProcessesIsPutTogether() throws Exception {
        send("sre-agent", agentSpans());
        send("sre-backend-metrics", span("00000000000000b4", "00000000000000b3", "GET /latency", SERVER, 110, 380, 0));

        String printed = print(Duration.ofSeconds(20));

        assertThat(printed)
                .contains("4 spans from 2 services, 1 error", "Investigation investigation_0123456789abcdef")
                .containsPattern("      GET /latency .* ok .*kend-metrics")
                .contains("Slowest agent: metrics (300 ms, 75 % of the investigation);"
                        + " 270 ms of it waiting for the backend sre-backend-metrics")
                .doesNotContain("Not arrived yet");
    }

    @Test
    void theViewWaitsForTheProcessThatSendsLast() throws Exception {
        send("sre-agent", agentSpans());
        CountDownLatch looked = new CountDownLatch(1);
        Thread backend = new Thread(() -> {
            try {
                looked.await();
                send(
                        "sre-backend-metrics",
                        span("00000000000000b4", "00000000000000b3", "GET /latency", SERVER, 110, 380, 0));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        backend.start();

        assertThat(new TraceClient(uri).await(ID, Duration.ZERO, () -> {}).missing())
                .as("before the backend has sent")
                .containsExactly("the backend's span below tool.get_latency");
        looked.countDown();

        assertThat(new TraceClient(uri, Duration.ofMillis(5), Duration.ofSeconds(1))
                        .await(ID, Duration.ofSeconds(20), () -> {})
                        .missing())
                .isEmpty();
        backend.join();
    }

    private String print(Duration patience) {
        StringWriter out = new StringWriter();
        boolean whole = new TraceView(new Style(80, true, false))
                .fetchAndPrint(new TraceClient(uri), ID, new PrintWriter(out), patience);
        assertThat(whole).isTrue();
        return out.toString();
    }

    private static String agentSpans() {
        return String.join(
                ",",
                span("00000000000000b1", "", "supervisor.investigate", INTERNAL, 0, 400, ERROR),
                span("00000000000000b2", "00000000000000b1", "agent.metrics.execute", INTERNAL, 90, 390, 0),
                span("00000000000000b3", "00000000000000b2", "tool.get_latency", INTERNAL, 100, 385, 0));
    }

    private static String span(String id, String parent, String name, int kind, long from, long to, int status) {
        return """
                {"traceId":"%s","spanId":"%s","parentSpanId":"%s","name":"%s","kind":%d,
                 "startTimeUnixNano":"%d000000","endTimeUnixNano":"%d000000","status":{"code":%d},
                 "attributes":[{"key":"sre.investigation_id","value":{"stringValue":"investigation_0123456789abcdef"}}]}""".formatted(ID, id, parent, name, kind, ZERO + from, ZERO + to, status);
    }

    private void send(String service, String spans) throws Exception {
        String request = """
                {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"%s"}}]},
                 "scopeSpans":[{"scope":{"name":"test"},"spans":[%s]}]}]}""".formatted(service, spans);
        int status = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri.resolve("/v1/traces"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(request))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isEqualTo(200);
    }
}
