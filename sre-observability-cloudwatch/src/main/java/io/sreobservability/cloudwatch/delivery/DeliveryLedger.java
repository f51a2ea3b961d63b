package io.sreobservability.cloudwatch.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/**
 * The books of all exporters of one SDK.
 *
 * <p>Spans and log records are booked when they end, before the SDK queues them, so that what the SDK drops from a full
 * queue is missed too. Metric points exist only from the export on: their exporter books them itself.
 */
public final class DeliveryLedger {

    private final LongAdder spans = new LongAdder();
    private final LongAdder logs = new LongAdder();
    private final List<ExporterLedger> exporters = new CopyOnWriteArrayList<>();

    /** Opens the book of one more exporter; every exporter owes every item of its signal. */
    public ExporterLedger open(Signal signal) {
        LongAdder recorded = switch (signal) {
            case SPANS -> spans;
            case LOGS -> logs;
            case METRICS -> new LongAdder();
        };
        ExporterLedger exporter = new ExporterLedger(signal, recorded);
        exporters.add(exporter);
        return exporter;
    }

    /** A sampled span ended. */
    public void spanEnded() {
        spans.increment();
    }

    /** A log record was emitted. */
    public void logEmitted() {
        logs.increment();
    }

    public List<Balance> balances() {
        return exporters.stream().map(ExporterLedger::balance).toList();
    }

    /** Call before the SDK's flush; what is recorded later is the next flush's business. */
    public Mark mark() {
        Map<ExporterLedger, Long> recorded = new HashMap<>();
        exporters.forEach(exporter -> recorded.put(exporter, exporter.balance().recorded()));
        return new Mark(recorded);
    }

    /**
     * Call after the SDK's flush.
     *
     * @param drained whether that flush came to its end, successful or not
     * @return what was not acknowledged, per exporter; empty exactly when everything was
     */
    public List<Shortfall> settle(Mark mark, boolean drained) {
        return exporters.stream()
                .map(exporter -> exporter.settle(mark.recorded().getOrDefault(exporter, 0L), drained))
                .filter(shortfall -> !shortfall.isNothing())
                .toList();
    }

    /** What had been recorded at one moment. */
    public record Mark(Map<ExporterLedger, Long> recorded) {}
}
