package io.sreobservability.cloudwatch.delivery;

import java.util.EnumMap;
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

    /** Why items of a signal were not delivered, and how many for each reason, since the start. */
    public Map<FailureKind, Long> failures(Signal signal) {
        Map<FailureKind, Long> sums = new EnumMap<>(FailureKind.class);
        for (ExporterLedger exporter : exporters) {
            if (exporter.signal() == signal) {
                exporter.failures().forEach((kind, count) -> sums.merge(kind, count, Long::sum));
            }
        }
        return sums;
    }

    /** Call before the SDK's queues are emptied. */
    public Mark mark() {
        Map<ExporterLedger, Long> recorded = new HashMap<>();
        exporters.forEach(exporter -> recorded.put(exporter, exporter.balance().recorded()));
        return new Mark(recorded);
    }

    /**
     * Call after the SDK's queues were emptied.
     *
     * @return false when something was recorded since the mark, so that it cannot be told from what the SDK dropped; then
     *     mark and empty again
     */
    public boolean accountsForAll(Mark mark) {
        boolean all = true;
        for (ExporterLedger exporter : exporters) {
            all &= exporter.accountsForAll(mark.recorded().getOrDefault(exporter, 0L));
        }
        return all;
    }

    /**
     * Call at the end of a flush.
     *
     * @param accountedFor whether {@link #accountsForAll} was reached
     * @return what was not acknowledged, per exporter; empty exactly when everything was
     */
    public List<Shortfall> settle(boolean accountedFor) {
        return exporters.stream()
                .map(exporter -> exporter.settle(accountedFor))
                .filter(shortfall -> !shortfall.isNothing())
                .toList();
    }

    /** What had been recorded at one moment. */
    public record Mark(Map<ExporterLedger, Long> recorded) {}
}
