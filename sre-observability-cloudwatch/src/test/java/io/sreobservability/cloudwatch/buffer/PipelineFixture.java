package io.sreobservability.cloudwatch.buffer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sreobservability.cloudwatch.delivery.Balance;
import io.sreobservability.cloudwatch.delivery.DeliveryLedger;
import io.sreobservability.cloudwatch.delivery.EndpointHealth;
import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.ExporterLedger;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.RecordingSpanProcessor;
import io.sreobservability.cloudwatch.delivery.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines of spans over exporters that do whatever exporters may do; the books are looked at when a test is over. */
@Timeout(30)
abstract class PipelineFixture {

    static final long MUCH = 10_000_000;
    static final BufferSettings QUICK = settings(MUCH, 512, Duration.ofSeconds(20));

    @TempDir
    Path directory;

    final DeliveryLedger ledger = new DeliveryLedger();
    final List<SdkTracerProvider> started = new ArrayList<>();
    final ScriptedExporter exporter = new ScriptedExporter(ScriptedExporter::take);

    @Nullable
    ExporterLedger books;

    /** Nothing leaves before a flush. */
    static final BufferSettings PATIENT = new BufferSettings(
            MUCH, Integer.MAX_VALUE, 512, Duration.ofMinutes(1), Duration.ofSeconds(20), Duration.ofMillis(500));

    static BufferSettings settings(long memoryBytes, int batchItems, Duration exportTimeout) {
        return new BufferSettings(
                memoryBytes,
                Integer.MAX_VALUE,
                batchItems,
                Duration.ofMillis(20),
                exportTimeout,
                Duration.ofMillis(500));
    }

    Tracer tracer(BufferSettings settings, @Nullable Path root) {
        return tracer(settings, new Pipelines(root, MUCH), exporter);
    }

    Tracer tracer(BufferSettings settings, Pipelines pipelines, SpanExporter to) {
        ExporterLedger own = ledger.open(Signal.SPANS);
        books = own;
        SdkTracerProvider sdk = SdkTracerProvider.builder()
                .setIdGenerator(new CountedIds())
                .addSpanProcessor(new BufferedSpanProcessor(
                        pipelines.spans(to, "here", settings, own, new EndpointHealth("test", InstantSource.system()))))
                .addSpanProcessor(new RecordingSpanProcessor(ledger))
                .build();
        started.add(sdk);
        return sdk.get("test");
    }

    Balance balance() {
        ExporterLedger own = books;
        assertThat(own).isNotNull();
        return own.balance();
    }

    Map<FailureKind, Long> losses() {
        return ledger.failures(Signal.SPANS);
    }

    boolean flush() {
        return started.get(started.size() - 1).forceFlush().join(20, SECONDS).isSuccess();
    }

    boolean shutdown() {
        return started.get(started.size() - 1).shutdown().join(20, SECONDS).isSuccess();
    }

    @AfterEach
    void everySpanIsInTheBooksOnce() {
        started.forEach(sdk -> sdk.shutdown().join(20, SECONDS));
        if (started.size() == 1) {
            await().atMost(5, SECONDS)
                    .untilAsserted(() -> assertThat(balance().missing())
                            .as(balance().toString())
                            .isZero());
        }
    }

    static void end(Tracer tracer, int spans) {
        IntStream.range(0, spans)
                .forEach(i -> tracer.spanBuilder("span " + i).startSpan().end());
    }

    static List<String> names(int spans) {
        return IntStream.range(0, spans).mapToObj(i -> "span " + i).toList();
    }

    static CompletableResultCode failed(Exception failure) {
        return CompletableResultCode.ofExceptionalFailure(failure);
    }

    static CompletableResultCode away() {
        return failed(new ExportFailure(FailureKind.UNAVAILABLE, "HTTP status 503"));
    }
}
