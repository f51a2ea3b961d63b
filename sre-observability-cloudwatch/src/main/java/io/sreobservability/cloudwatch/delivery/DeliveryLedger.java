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
 * <p>Spans and log records are booked when they end, apart from the buffers that hold them, so that whatever a buffer
 * forgets is missing in the sum. Metric points exist only from the export on: their exporter books them itself.
 */
public final class DeliveryLedger {

    private final LongAdder started = new LongAdder();
    private final LongAdder unsampled = new LongAdder();
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

    /** A span was started; {@code sampled} ones are exported when they end. */
    public void spanStarted(boolean sampled) {
        started.increment();
        if (!sampled) {
            unsampled.increment();
        }
    }

    /** A sampled span ended. */
    public void spanEnded() {
        spans.increment();
    }

    /** A log record was emitted. */
    public void logEmitted() {
        logs.increment();
    }

    /** Spans from their start to their end; what follows is in the {@link #balances}. */
    public SpanCensus spanCensus() {
        long ended = spans.sum();
        long notSampled = unsampled.sum();
        return new SpanCensus(started.sum(), notSampled, ended);
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

    /** Call at the beginning of a flush, before anything is sent for it. */
    public FlushBook beginFlush() {
        Map<ExporterLedger, Long> told = new HashMap<>();
        exporters.forEach(exporter -> told.put(exporter, exporter.lossesTold()));
        return new FlushBook(exporters, told);
    }
}
