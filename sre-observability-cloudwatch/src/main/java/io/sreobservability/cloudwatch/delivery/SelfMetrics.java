package io.sreobservability.cloudwatch.delivery;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * The books as metrics, under the names that OpenTelemetry's conventions have for them ({@code otel.sdk.*}); what these do not
 * know, such as a disk, is called {@code sre.delivery.*}. Read when metrics are collected; costs nothing before.
 */
public final class SelfMetrics {

    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> SIGNAL = AttributeKey.stringKey("signal");

    private final Meter meter;
    private final DeliveryLedger ledger;

    private SelfMetrics(Meter meter, DeliveryLedger ledger) {
        this.meter = meter;
        this.ledger = ledger;
    }

    /** Makes the metrics of the books, with instruments of the meter. */
    public static void register(Meter meter, DeliveryLedger ledger) {
        SelfMetrics metrics = new SelfMetrics(meter, ledger);
        metrics.registerSpans();
        metrics.registerItems(Signal.SPANS, "span");
        metrics.registerItems(Signal.LOGS, "log");
        metrics.registerItems(Signal.METRICS, "metric_data_point");
        metrics.registerDisk();
    }

    private void registerSpans() {
        counter("otel.sdk.span.started", sum -> sum.record(ledger.spanCensus().started()));
        level("otel.sdk.span.live", sum -> sum.record(ledger.spanCensus().live()));
    }

    private void registerItems(Signal signal, String item) {
        level(
                "otel.sdk.processor." + item + ".queue.size",
                sum -> sum.record(ofSignal(signal, balance -> balance.waiting().queued())));
        level(
                "otel.sdk.exporter." + item + ".inflight",
                sum -> sum.record(ofSignal(signal, balance -> balance.waiting().inFlight())));
        // What left a processor well is what an exporter got; the losses before are what is to be told.
        counter("otel.sdk.processor." + item + ".processed", sum -> losses(sum, signal, false));
        counter("otel.sdk.exporter." + item + ".exported", sum -> {
            sum.record(ofSignal(signal, balance -> balance.delivered() + balance.unconfirmed()));
            losses(sum, signal, true);
        });
    }

    private void registerDisk() {
        counter("sre.delivery.recovered", sum -> perSignal(sum, Balance::recovered));
        level(
                "sre.delivery.disk.size",
                sum -> perSignal(sum, balance -> balance.waiting().onDisk()));
        counter("sre.delivery.possibly_duplicated", sum -> perSignal(sum, Balance::possiblyDuplicated));
    }

    private void counter(String name, Consumer<ObservableLongMeasurement> reading) {
        meter.counterBuilder(name).buildWithCallback(reading);
    }

    private void level(String name, Consumer<ObservableLongMeasurement> reading) {
        meter.upDownCounterBuilder(name).buildWithCallback(reading);
    }

    private long ofSignal(Signal signal, ToLongFunction<Balance> number) {
        return ledger.balances().stream()
                .filter(balance -> balance.signal() == signal)
                .mapToLong(number)
                .sum();
    }

    private void perSignal(ObservableLongMeasurement sum, ToLongFunction<Balance> number) {
        for (Signal signal : Signal.values()) {
            sum.record(ofSignal(signal, number), Attributes.of(SIGNAL, word(signal)));
        }
    }

    private void losses(ObservableLongMeasurement sum, Signal signal, boolean tried) {
        ledger.failures(signal).forEach((kind, items) -> {
            if (kind.tried() == tried) {
                sum.record(items, Attributes.of(ERROR_TYPE, word(kind)));
            }
        });
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
