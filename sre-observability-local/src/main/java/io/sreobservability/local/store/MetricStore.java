package io.sreobservability.local.store;

import java.util.List;

/** The newest metric data, up to a number of bytes. CloudWatch does not de-duplicate metrics, so neither does this. */
public final class MetricStore {
    private final BoundedLog<MetricDatum> log;
    private long refused;

    MetricStore(long maxBytes) {
        log = new BoundedLog<>(maxBytes);
    }

    /** Adds the data of one request, all together. */
    public synchronized void addAll(List<MetricDatum> data) {
        data.forEach(log::add);
    }

    /** Counts metric points that came on a way on which none are taken. */
    public synchronized void refused(long points) {
        refused += points;
    }

    /** All data held, in order of arrival. */
    public synchronized List<MetricDatum> data() {
        return log.snapshot();
    }

    public synchronized Counts counts() {
        return new Counts(log.size(), log.dropped(), refused);
    }

    /** How many data are held now, and how many were dropped for room or refused since the start. */
    public record Counts(long held, long dropped, long refused) {}
}
