package io.sreobservability.cloudwatch.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.logs.TestLogRecordData;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.ExportOutcome;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.otlp.SenderLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever a batch holds, OpenTelemetry's own exporter behind the limits makes messages that keep them. The limits are AWS's, made
 * small, so that batches need not be large to reach them.
 */
class RequestLimitsPropertyTest {

    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");
    private static final RequestLimits.Times TIMES =
            new RequestLimits.Times(Duration.ofDays(14), Duration.ofHours(2), Duration.ofHours(24));
    private static final RequestLimits LIMITS = new RequestLimits(4_000, 12, 1_500, 500, TIMES);

    private static final SpanContext CONTEXT = SpanContext.create(
            "4bf92f3577b34da6a3ce929d0e0e4736",
            "00f067aa0ba902b7",
            TraceFlags.getSampled(),
            TraceState.builder().put("vendor", "state").build());

    /** Some of the last two are more than an envelope may have. */
    private static final List<Resource> RESOURCES = IntStream.of(10, 50, 600)
            .mapToObj(length -> Resource.create(
                    Attributes.of(AttributeKey.stringKey("service.name"), "s".repeat(length)),
                    "https://schema.example"))
            .toList();

    private static final List<InstrumentationScopeInfo> SCOPES = IntStream.of(5, 60, 470)
            .mapToObj(length -> InstrumentationScopeInfo.builder("n".repeat(length))
                    .setVersion("1.0")
                    .build())
            .toList();

    /** What a message is made of, whatever kind of item that is. */
    private record Item(int resource, int scope, Instant time, String text, int kind) {
        SpanData span() {
            return TestSpanData.builder()
                    .setSpanContext(CONTEXT)
                    .setParentSpanContext(CONTEXT)
                    .setResource(RESOURCES.get(resource))
                    .setInstrumentationScopeInfo(SCOPES.get(scope))
                    .setName("tool." + text.length())
                    .setKind(SpanKind.CLIENT)
                    .setStartEpochNanos(nanos())
                    .setEndEpochNanos(nanos() + 1)
                    .setAttributes(attributes())
                    .setTotalAttributeCount(kind * 100)
                    .setEvents(kind == 1 ? List.of(EventData.create(nanos(), "exception", attributes(), 9)) : List.of())
                    .setLinks(kind == 2 ? List.of(LinkData.create(CONTEXT, attributes(), 9)) : List.of())
                    .setStatus(kind == 3 ? StatusData.create(StatusCode.ERROR, text) : StatusData.unset())
                    .setHasEnded(true)
                    .build();
        }

        LogRecordData logRecord() {
            return TestLogRecordData.builder()
                    .setSpanContext(CONTEXT)
                    .setResource(RESOURCES.get(resource))
                    .setInstrumentationScopeInfo(SCOPES.get(scope))
                    .setTimestamp(time)
                    .setSeverity(Severity.ERROR2)
                    .setSeverityText("ERROR")
                    .setBody(text)
                    .setAttributes(attributes())
                    .build();
        }

        private long nanos() {
            return time.getEpochSecond() * 1_000_000_000;
        }

        private Attributes attributes() {
            return switch (kind) {
                case 0 -> Attributes.empty();
                case 1 -> Attributes.of(AttributeKey.stringArrayKey("array"), List.of(text, "", "ü"));
                case 2 ->
                    Attributes.of(
                            AttributeKey.longKey("long"),
                            -7L * text.length(),
                            AttributeKey.booleanKey("boolean"),
                            false);
                case 3 ->
                    Attributes.of(
                            AttributeKey.valueKey("value"),
                            Value.of(Value.of(text), Value.of(1.5), Value.of(new byte[] {1, 2})));
                default ->
                    Attributes.of(
                            AttributeKey.stringKey("emoji"), text + "\ud83d\ude80", AttributeKey.doubleKey("d"), 0.0);
            };
        }

        /** Whether it may be sent at all, told by other words than the code's. */
        boolean mayBeSent(int bytes) {
            boolean inTime = !time.isBefore(NOW.minus(TIMES.past())) && !time.isAfter(NOW.plus(TIMES.ahead()));
            return inTime && resource < 2 && scope < 2 && bytes <= LIMITS.itemBytes();
        }
    }

    @Provide
    Arbitrary<List<Item>> batches() {
        Arbitrary<Instant> times = Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Arbitraries.integers().between(0, 60).map(minutes -> NOW.minus(Duration.ofMinutes(minutes)))),
                Tuple.of(
                        1,
                        Arbitraries.integers().between(-3, 15 * 24).map(hours -> NOW.minus(Duration.ofHours(hours)))));
        Arbitrary<String> texts = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.strings().all().ofMaxLength(30)),
                Tuple.of(1, Arbitraries.integers().between(0, 1_600).map("x"::repeat)));
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(9, 0), Tuple.of(4, 1), Tuple.of(1, 2)),
                        Arbitraries.frequency(Tuple.of(9, 0), Tuple.of(4, 1), Tuple.of(1, 2)),
                        times,
                        texts,
                        Arbitraries.integers().between(0, 4))
                .as(Item::new)
                .list()
                .ofMaxSize(60);
    }

    /** Keeps messages instead of sending them. */
    private static final class Kept implements HttpSender, HttpResponse {
        private final List<byte[]> messages = new ArrayList<>();

        @Override
        public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                message.writeMessage(bytes);
                messages.add(bytes.toByteArray());
                onResponse.accept(this);
            } catch (IOException e) {
                onError.accept(e);
            }
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public int getStatusCode() {
            return 200;
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return new byte[0];
        }
    }

    @Property(tries = 150)
    void spansLeaveInMessagesWithinTheLimits(@ForAll("batches") List<Item> batch) throws Exception {
        Kept kept = new Kept();
        CompletableResultCode result = new LimitedSpanExporter(
                        OtlpHttpSpanExporter.builder()
                                .setComponentLoader(new SenderLoader(config -> kept))
                                .build(),
                        LIMITS,
                        () -> NOW)
                .export(batch.stream().map(Item::span).toList());

        List<Span> sent = new ArrayList<>();
        for (byte[] message : kept.messages) {
            sent.addAll(spansWithinLimits(message));
        }
        int refused = batch.size() - sent.size();
        assertThat(refused)
                .isEqualTo(batch.stream()
                        .filter(item -> !item.mayBeSent(SpanSize.of(item.span())))
                        .count());
        assertCounted(result, refused);
    }

    private static List<Span> spansWithinLimits(byte[] message) throws InvalidProtocolBufferException {
        assertThat(message.length).isPositive().isLessThanOrEqualTo(LIMITS.requestBytes());
        List<Span> spans = new ArrayList<>();
        for (var resource : ExportTraceServiceRequest.parseFrom(message).getResourceSpansList()) {
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                assertThat(resource.getResource().getSerializedSize()
                                + scope.getScope().getSerializedSize())
                        .isLessThanOrEqualTo(LIMITS.envelopeBytes());
                spans.addAll(scope.getSpansList());
            }
        }
        assertThat(spans).isNotEmpty().hasSizeLessThanOrEqualTo(LIMITS.items());
        assertThat(spans)
                .allSatisfy(span -> assertThat(span.getSerializedSize()).isLessThanOrEqualTo(LIMITS.itemBytes()));
        assertNear(spans.stream().map(Span::getStartTimeUnixNano).toList());
        return spans;
    }

    @Property(tries = 150)
    void logRecordsLeaveInMessagesWithinTheLimits(@ForAll("batches") List<Item> batch) throws Exception {
        Kept kept = new Kept();
        CompletableResultCode result = new LimitedLogRecordExporter(
                        OtlpHttpLogRecordExporter.builder()
                                .setComponentLoader(new SenderLoader(config -> kept))
                                .build(),
                        LIMITS,
                        () -> NOW)
                .export(batch.stream().map(Item::logRecord).toList());

        int sent = 0;
        for (byte[] message : kept.messages) {
            assertThat(message.length).isPositive().isLessThanOrEqualTo(LIMITS.requestBytes());
            List<Long> times = new ArrayList<>();
            for (var resource : ExportLogsServiceRequest.parseFrom(message).getResourceLogsList()) {
                resource.getScopeLogsList()
                        .forEach(scope ->
                                scope.getLogRecordsList().forEach(record -> times.add(record.getTimeUnixNano())));
            }
            assertThat(times).isNotEmpty().hasSizeLessThanOrEqualTo(LIMITS.items());
            assertNear(times);
            sent += times.size();
        }
        int refused = batch.size() - sent;
        assertThat(refused)
                .isEqualTo(batch.stream()
                        .filter(item -> !item.mayBeSent(LogRecordSize.of(item.logRecord())))
                        .count());
        assertCounted(result, refused);
    }

    private static void assertNear(List<Long> unixNanos) {
        long first = unixNanos.stream().mapToLong(Long::longValue).min().orElseThrow();
        long last = unixNanos.stream().mapToLong(Long::longValue).max().orElseThrow();
        assertThat(last - first).isLessThanOrEqualTo(TIMES.spread().toNanos());
    }

    private static void assertCounted(CompletableResultCode result, long refused) {
        assertThat(result.isDone()).isTrue();
        assertThat(result.isSuccess()).isEqualTo(refused == 0);
        assertThat(ExportOutcome.of(result).rejected()).isEqualTo(refused);
    }

    @Property(tries = 150)
    void sizesAreNeverTooLowAndHardlyTooHigh(@ForAll("batches") List<Item> batch) throws Exception {
        for (Item item : batch) {
            Kept kept = new Kept();
            try (OtlpHttpSpanExporter spans = OtlpHttpSpanExporter.builder()
                            .setComponentLoader(new SenderLoader(config -> kept))
                            .build();
                    OtlpHttpLogRecordExporter logs = OtlpHttpLogRecordExporter.builder()
                            .setComponentLoader(new SenderLoader(config -> kept))
                            .build()) {
                spans.export(List.of(item.span()));
                logs.export(List.of(item.logRecord()));
            }
            int span = ExportTraceServiceRequest.parseFrom(kept.messages.get(0))
                    .getResourceSpans(0)
                    .getScopeSpans(0)
                    .getSpans(0)
                    .getSerializedSize();
            int record = ExportLogsServiceRequest.parseFrom(kept.messages.get(1))
                    .getResourceLogs(0)
                    .getScopeLogs(0)
                    .getLogRecords(0)
                    .getSerializedSize();
            assertThat(SpanSize.of(item.span())).isBetween(span, span + 60);
            assertThat(LogRecordSize.of(item.logRecord())).isBetween(record, record + 60);
        }
    }

    @Property(tries = 20)
    void anExporterThatThrowsEndsTheExportToo(@ForAll("batches") List<Item> batch) {
        NoClassDefFoundError broken = new NoClassDefFoundError("io/opentelemetry/Missing");
        List<Integer> tried = new ArrayList<>();
        CompletableResultCode result = LimitedExport.run(
                RequestPlan.of(batch.stream().map(Item::span).toList(), LIMITS, Measure.SPANS, NOW), request -> {
                    tried.add(request.size());
                    throw broken;
                });
        assertThat(result.isDone()).isTrue();
        assertThat(tried.isEmpty() || result.getFailureThrowable() == broken).isTrue();
    }

    @Property(tries = 20)
    void aRequestThatFailsAsAWholeEndsTheExportAsItEnded(@ForAll("batches") List<Item> batch) {
        ExportFailure away = new ExportFailure(FailureKind.UNAVAILABLE, "nobody answers there");
        List<Integer> tried = new ArrayList<>();
        CompletableResultCode result = LimitedExport.run(
                RequestPlan.of(batch.stream().map(Item::span).toList(), LIMITS, Measure.SPANS, NOW), request -> {
                    tried.add(request.size());
                    return CompletableResultCode.ofExceptionalFailure(away);
                });
        assertThat(tried).hasSizeLessThanOrEqualTo(1);
        assertThat(tried.isEmpty() || result.getFailureThrowable() == away).isTrue();
    }
}
