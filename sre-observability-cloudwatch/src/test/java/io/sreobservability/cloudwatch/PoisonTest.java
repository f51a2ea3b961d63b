package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One item among 999 good ones breaks a rule of AWS: the others are delivered, and the loss of that one is counted. What is not a
 * number does not get this far: the SDK leaves it out.
 */
class PoisonTest extends AwsAccount {

    private static final int GOOD = 999;
    private static final String TOO_LONG_FOR_A_SCOPE = "s".repeat(17 * 1024);

    /** The good spans belong to one trace, of which the stand-in keeps more than of traces. */
    private static final Context TRACE = Context.root()
            .with(Span.wrap(SpanContext.createFromRemoteParent(
                    "4bf92f3577b34da6a3ce929d0e0e4736",
                    "00f067aa0ba902b7",
                    TraceFlags.getSampled(),
                    TraceState.getDefault())));

    /**
     * Something that breaks a rule.
     *
     * @param counted why it is lost; null if it can be put right and is delivered with the others
     */
    private record Poison(
            String rule, Signal signal, @Nullable FailureKind counted, Consumer<OpenTelemetry> bad) {}

    private static Poison span(String rule, @Nullable FailureKind counted, Consumer<Tracer> bad) {
        return new Poison(rule, Signal.SPANS, counted, sdk -> bad.accept(sdk.getTracer("test")));
    }

    private static Poison log(String rule, @Nullable FailureKind counted, Consumer<Logger> bad) {
        return new Poison(
                rule,
                Signal.LOGS,
                counted,
                sdk -> bad.accept(sdk.getLogsBridge().get("test")));
    }

    private static Poison metric(String rule, @Nullable FailureKind counted, Consumer<Meter> bad) {
        return new Poison(rule, Signal.METRICS, counted, sdk -> bad.accept(sdk.getMeter("test")));
    }

    private static void spanAt(Tracer tracer, Duration fromNow) {
        Instant start = Instant.now().plus(fromNow);
        tracer.spanBuilder("bad").setStartTimestamp(start).startSpan().end(start.plusSeconds(1));
    }

    private static void logAt(Logger logger, Duration fromNow) {
        logger.logRecordBuilder()
                .setTimestamp(Instant.now().plus(fromNow))
                .setBody("bad")
                .emit();
    }

    private static Consumer<Meter> gauge(String name, double value, Attributes dimensions) {
        return meter -> meter.gaugeBuilder(name).build().set(value, dimensions);
    }

    private static Attributes manyDimensions() {
        var dimensions = Attributes.builder();
        for (int i = 0; i < 31; i++) {
            dimensions.put("dimension" + i, "v");
        }
        return dimensions.build();
    }

    private static Stream<Poison> poisons() {
        Attributes none = Attributes.empty();
        return Stream.of(
                span(
                        "a span of more than 200 KB",
                        FailureKind.OVERSIZE,
                        tracer -> tracer.spanBuilder("bad")
                                .setAttribute("note", "x".repeat(201 * 1024))
                                .startSpan()
                                .end()),
                new Poison(
                        "a resource with scope of more than 16 KB",
                        Signal.SPANS,
                        FailureKind.OVERSIZE,
                        sdk -> sdk.getTracer(TOO_LONG_FOR_A_SCOPE)
                                .spanBuilder("bad")
                                .startSpan()
                                .end()),
                span("a span of 15 days ago", FailureKind.OUT_OF_TIME, tracer -> spanAt(tracer, Duration.ofDays(-15))),
                span("a span 3 hours ahead", FailureKind.OUT_OF_TIME, tracer -> spanAt(tracer, Duration.ofHours(3))),
                span("a span 25 hours before the others", null, tracer -> spanAt(tracer, Duration.ofHours(-25))),
                log(
                        "a record of more than 1 MB",
                        FailureKind.OVERSIZE,
                        logger -> logger.logRecordBuilder()
                                .setBody("x".repeat(1024 * 1024))
                                .emit()),
                new Poison(
                        "a resource with scope of more than 16 KB",
                        Signal.LOGS,
                        FailureKind.OVERSIZE,
                        sdk -> sdk.getLogsBridge()
                                .get(TOO_LONG_FOR_A_SCOPE)
                                .logRecordBuilder()
                                .setBody("bad")
                                .emit()),
                log("a record of 15 days ago", FailureKind.OUT_OF_TIME, logger -> logAt(logger, Duration.ofDays(-15))),
                log("a record 3 hours ahead", FailureKind.OUT_OF_TIME, logger -> logAt(logger, Duration.ofHours(3))),
                log("a record 25 hours before the others", null, logger -> logAt(logger, Duration.ofHours(-25))),
                metric("an infinite value", FailureKind.UNSENDABLE, gauge("bad", Double.POSITIVE_INFINITY, none)),
                metric("a value beyond 2^360", FailureKind.UNSENDABLE, gauge("bad", 1e200, none)),
                metric("a value nearer to 0 than 2^-360", FailureKind.UNSENDABLE, gauge("bad", 1e-200, none)),
                metric("a blank dimension", null, gauge("bad", 1, Attributes.of(AttributeKey.stringKey("d"), " "))),
                metric(
                        "a dimension that is not ASCII",
                        null,
                        gauge("bad", 1, Attributes.of(AttributeKey.stringKey("ü"), "\n"))),
                metric(
                        "a name that begins with a colon",
                        null,
                        gauge("bad", 1, Attributes.of(AttributeKey.stringKey(":d"), "v"))),
                metric(
                        "a dimension that is too long",
                        null,
                        gauge("bad", 1, Attributes.of(AttributeKey.stringKey("d"), "v".repeat(2_000)))),
                metric("more than 30 dimensions", null, gauge("bad", 1, manyDimensions())));
    }

    @TestFactory
    Stream<DynamicTest> oneBadAmong999GoodCostsAtMostItself() {
        SreTelemetry telemetry = telemetry("OTEL_METRIC_EXPORT_INTERVAL", "600000");
        return poisons()
                .map(poison -> dynamicTest(poison.signal() + ": " + poison.rule(), () -> check(telemetry, poison)))
                .onClose(telemetry::close);
    }

    private void check(SreTelemetry telemetry, Poison poison) {
        long stored = stored(poison.signal());
        Map<FailureKind, Long> lost = new HashMap<>(telemetry.failures(poison.signal()));
        OpenTelemetry sdk = telemetry.openTelemetry();

        for (int i = 0; i < GOOD; i++) {
            good(sdk, poison.signal(), i);
            if (i == GOOD / 2) {
                poison.bad().accept(sdk);
            }
        }
        boolean flushed = telemetry.flush(PLENTY);

        FailureKind counted = poison.counted();
        assertThat(flushed).isEqualTo(counted == null);
        assertThat(stored(poison.signal()) - stored).isEqualTo(counted == null ? GOOD + 1 : GOOD);
        if (counted != null) {
            lost.merge(counted, 1L, Long::sum);
        }
        assertThat(telemetry.failures(poison.signal())).isEqualTo(lost);
    }

    private static void good(OpenTelemetry sdk, Signal signal, int number) {
        switch (signal) {
            case SPANS ->
                sdk.getTracer("test")
                        .spanBuilder("good")
                        .setParent(TRACE)
                        .startSpan()
                        .end();
            case LOGS ->
                sdk.getLogsBridge()
                        .get("test")
                        .logRecordBuilder()
                        .setBody("good")
                        .emit();
            case METRICS ->
                sdk.getMeter("test")
                        .gaugeBuilder("good")
                        .build()
                        .set(number, Attributes.of(AttributeKey.stringKey("number"), String.valueOf(number)));
        }
    }

    private long stored(Signal signal) {
        return switch (signal) {
            case SPANS -> account().store().traces().counts().spans();
            case LOGS -> account().store().logs().entries().size();
            case METRICS -> account().store().metrics().data().size();
        };
    }
}
