package io.sreobservability.local.store;

import java.util.List;

/** The newest metric data, up to a number of bytes. CloudWatch does not de-duplicate metrics, so neither does this. */
public final class MetricStore {
    private final BoundedLog<MetricDatum> log;

    MetricStore(long maxBytes) {
        log = new BoundedLog<>(maxBytes);
    }

    /** Adds the data of one request, all together. */
    public synchronized void addAll(List<MetricDatum> data) {
        data.forEach(log::add);
    }

    /** All data held, in order of arrival. */
    public synchronized List<MetricDatum> data() {
        return log.snapshot();
    }

    public synchronized Counts counts() {
        return new Counts(log.size(), log.dropped());
    }

    /** How many data are held now, and how many were dropped for room since the start. */
    public record Counts(long held, long dropped) {}
}
