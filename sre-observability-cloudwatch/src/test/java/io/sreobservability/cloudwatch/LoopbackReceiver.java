package io.sreobservability.cloudwatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** What stands at the other end of the wire in these tests: OTLP/HTTP and PutMetricData (Query) on a loopback port. */
public final class LoopbackReceiver implements AutoCloseable {

    /** One HTTP answer. */
    public record Answer(int status, String body) {
        public static final Answer OK = new Answer(200, "<PutMetricDataResponse/>");

        public static Answer error(int status, String code) {
            return new Answer(
                    status,
                    "<ErrorResponse><Error><Type>Sender</Type><Code>" + code
                            + "</Code><Message>no</Message></Error></ErrorResponse>");
        }
    }

    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile boolean hang;
    private final AtomicBoolean breaks = new AtomicBoolean();
    private volatile int otlpStatus = 200;
    private volatile Function<PutMetricData, Answer> metricAnswer = request -> Answer.OK;

    private final List<ResourceSpans> spans = new CopyOnWriteArrayList<>();
    private final List<LogRecord> logs = new CopyOnWriteArrayList<>();
    private final List<Metric> otlpMetrics = new CopyOnWriteArrayList<>();
    private final List<PutMetricData> requests = new CopyOnWriteArrayList<>();
    private final List<PutMetricData> accepted = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> encodings = new CopyOnWriteArrayList<>();

    public LoopbackReceiver() {
        this(0);
    }

    public LoopbackReceiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext(
                "/v1/traces",
                exchange -> receive(exchange, body -> {
                    if (otlpStatus == 200) {
                        spans.addAll(ExportTraceServiceRequest.parseFrom(body).getResourceSpansList());
                    }
                    return new Answer(otlpStatus, "");
                }));
        server.createContext(
                "/v1/logs",
                exchange -> receive(exchange, body -> {
                    if (otlpStatus == 200) {
                        ExportLogsServiceRequest.parseFrom(body).getResourceLogsList().stream()
                                .flatMap(resource -> resource.getScopeLogsList().stream())
                                .flatMap(scope -> scope.getLogRecordsList().stream())
                                .forEach(logs::add);
                    }
                    return new Answer(otlpStatus, "");
                }));
        server.createContext(
                "/v1/metrics",
                exchange -> receive(exchange, body -> {
                    if (otlpStatus == 200) {
                        ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList().stream()
                                .flatMap(resource -> resource.getScopeMetricsList().stream())
                                .flatMap(scope -> scope.getMetricsList().stream())
                                .forEach(otlpMetrics::add);
                    }
                    return new Answer(otlpStatus, "");
                }));
        server.createContext(
                "/",
                exchange -> receive(exchange, body -> {
                    PutMetricData request = PutMetricData.parse(body);
                    requests.add(request);
                    Answer answer = metricAnswer.apply(request);
                    if (answer.status() == 200) {
                        accepted.add(request);
                    }
                    return answer;
                }));
        server.start();
    }

    private interface Handler {
        Answer handle(byte[] body) throws IOException;
    }

    private void receive(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
            encodings.add(exchange.getRequestURI().getPath() + " " + encoding);
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            InputStream raw = exchange.getRequestBody();
            byte[] body = ("gzip".equals(encoding) ? new GZIPInputStream(raw) : raw).readAllBytes();
            if (hang) {
                hanging.await();
            }
            Answer answer = handler.handle(body);
            if (breaks.getAndSet(false)) {
                return;
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on requests are read and never answered. */
    public void hang() {
        hang = true;
    }

    /** The next request is taken, and its connection breaks instead of an answer. */
    public void breakAfterTakingOne() {
        breaks.set(true);
    }

    public void answerOtlpWith(int status) {
        otlpStatus = status;
    }

    public void answerMetricsWith(Function<PutMetricData, Answer> answers) {
        metricAnswer = answers;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public List<ResourceSpans> resourceSpans() {
        return spans;
    }

    public List<Span> spans() {
        return spans.stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    public List<LogRecord> logs() {
        return logs;
    }

    /** Metrics that came by OTLP. */
    public List<Metric> otlpMetrics() {
        return otlpMetrics;
    }

    /** Every PutMetricData that came in, answered well or not. */
    public List<PutMetricData> requests() {
        return requests;
    }

    /** Data of the requests that were answered with 200. */
    public List<PutMetricData.Datum> data() {
        return accepted.stream().flatMap(request -> request.data().stream()).toList();
    }

    /** The Authorization header of each request, "null" where there was none. */
    public List<String> authorizations() {
        return authorizations;
    }

    /** "path content-encoding" of each request. */
    public List<String> encodings() {
        return encodings;
    }

    @Override
    public void close() {
        hanging.countDown();
        server.stop(0);
        executor.shutdownNow();
    }
}
