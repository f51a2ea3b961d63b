package io.sreobservability.cloudwatch;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.sreobservability.aspects.propagation.Carriers;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.store.SpanRecord;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * Measures how long telemetry takes to the stand-in, and context to a server, on this machine; docs/delivery.md has the command and
 * figures. No part of the build: it prints and asserts nothing, because machines differ.
 */
class DeliveryTiming {

    private static final int SPANS = 100;
    private static final int CALLS = 500;
    private static final int WARM_UP = 200;
    private static final Duration METRIC_INTERVAL = Duration.ofSeconds(2);

    @Test
    void measure() throws Exception {
        GlobalOpenTelemetry.resetForTest();
        try (StandInServer standIn = StandInServer.start(StandInConfig.ephemeral());
                SreTelemetry telemetry = SreTelemetry.start(TelemetryConfig.fromEnvironment(Map.of(
                        "SRE_OBSERVABILITY_MODE", "local",
                        "SRE_OBSERVABILITY_LOCAL_ENDPOINT", standIn.url(),
                        "OTEL_METRIC_EXPORT_INTERVAL", String.valueOf(METRIC_INTERVAL.toMillis()))))) {
            print("span end to stand-in", spanEndToStandIn(telemetry, standIn));
            print("metric to stand-in, interval 2 s", metricToStandIn(telemetry, standIn));
            print("client span start to server span start", clientToServer(telemetry, standIn));
        }
        GlobalOpenTelemetry.resetForTest();
    }

    private static double[] spanEndToStandIn(SreTelemetry telemetry, StandInServer standIn) throws Exception {
        double[] millis = new double[SPANS];
        for (int i = 0; i < SPANS; i++) {
            // At any moment of the half second for which spans wait for company.
            Thread.sleep(ThreadLocalRandom.current().nextInt(500));
            long before = standIn.store().traces().counts().spans();
            LocalTelemetry.endSpan(telemetry, "tool.get_pods");
            millis[i] = millisUntil(() -> standIn.store().traces().counts().spans() > before);
        }
        return millis;
    }

    private static double[] metricToStandIn(SreTelemetry telemetry, StandInServer standIn) throws Exception {
        double[] millis = new double[10];
        for (int i = 0; i < millis.length; i++) {
            Thread.sleep(ThreadLocalRandom.current().nextInt((int) METRIC_INTERVAL.toMillis()));
            int before = standIn.store().metrics().data().size();
            telemetry
                    .openTelemetry()
                    .getMeter("test")
                    .counterBuilder("AgentRouting")
                    .build()
                    .add(1);
            millis[i] = millisUntil(() -> standIn.store().metrics().data().size() > before);
        }
        return millis;
    }

    private static double millisUntil(BooleanSupplier arrived) throws InterruptedException {
        long start = System.nanoTime();
        while (!arrived.getAsBoolean()) {
            Thread.sleep(1);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double[] clientToServer(SreTelemetry telemetry, StandInServer standIn) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TextMapPropagator propagator =
                telemetry.openTelemetry().getPropagators().getTextMapPropagator();
        server.createContext("/", exchange -> {
            Map<String, Object> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            start(telemetry, "server", SpanKind.SERVER, propagator.extract(Context.root(), headers, Carriers.meta()))
                    .end();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            call(
                    telemetry,
                    propagator,
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
        } finally {
            server.stop(0);
        }
        telemetry.flush(Duration.ofSeconds(20));
        return standIn.store().traces().traces().stream()
                .filter(trace -> trace.size() == 2)
                .skip(WARM_UP)
                .mapToDouble(DeliveryTiming::betweenStarts)
                .toArray();
    }

    private static Span start(SreTelemetry telemetry, String name, SpanKind kind, Context parent) {
        return telemetry
                .openTelemetry()
                .getTracer("test")
                .spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent)
                .startSpan();
    }

    private static void call(SreTelemetry telemetry, TextMapPropagator propagator, URI server) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < WARM_UP + CALLS; i++) {
            Span span = start(telemetry, "client", SpanKind.CLIENT, Context.root());
            Map<String, Object> headers = new HashMap<>();
            propagator.inject(Context.root().with(span), headers, Carriers.metaSetter());
            HttpRequest.Builder request = HttpRequest.newBuilder(server);
            headers.forEach((name, value) -> request.header(name, String.valueOf(value)));
            client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            span.end();
            if (i % 100 == 0) {
                telemetry.flush(Duration.ofSeconds(20)); // Their queue is not what is measured here.
            }
        }
    }

    private static double betweenStarts(List<SpanRecord> trace) {
        boolean clientFirst = trace.get(0).name().equals("client");
        SpanRecord client = trace.get(clientFirst ? 0 : 1);
        SpanRecord server = trace.get(clientFirst ? 1 : 0);
        return (server.startUnixNano() - client.startUnixNano()) / 1e6;
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "TIMING %s: n %d, median %.1f ms, p99 %.1f ms, max %.1f ms%n",
                what, millis.length, at(millis, 0.5), at(millis, 0.99), at(millis, 1));
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[(int) Math.round(quantile * (sorted.length - 1))];
    }
}
