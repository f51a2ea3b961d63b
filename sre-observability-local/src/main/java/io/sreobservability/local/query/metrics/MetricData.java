package io.sreobservability.local.query.metrics;

import io.sreobservability.local.query.metrics.statistic.MetricIndex;
import io.sreobservability.local.query.metrics.statistic.Window;
import io.sreobservability.local.store.MetricStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers queries for metric data. */
public final class MetricData {
    private static final int MOST_QUERIES = 500;
    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]{0,254}");

    private final MetricStore store;
    private volatile @Nullable Known known;

    public MetricData(MetricStore store) {
        this.store = store;
    }

    /**
     * The time series that the queries ask for, in their order.
     *
     * @param from the period of this time is the first
     * @param to data before this time count
     * @throws InvalidMetricQueryException if a query is malformed or not supported; nothing is answered then
     */
    public List<MetricDataResult> get(List<MetricDataQuery> queries, Instant from, Instant to)
            throws InvalidMetricQueryException {
        check(queries);
        return new Evaluation(queries, index(), new Window(from, to)).results();
    }

    /** Made anew only when data have come: the widgets of a dashboard all ask for the same. */
    private MetricIndex index() {
        MetricStore.Counts counts =
                store.counts(); // Before the data, so that what arrives meanwhile is seen next time.
        Known last = known;
        if (last == null || !last.counts.equals(counts)) {
            last = new Known(counts, MetricIndex.of(store));
            known = last;
        }
        return last.index;
    }

    private record Known(MetricStore.Counts counts, MetricIndex index) {}

    private static void check(List<MetricDataQuery> queries) throws InvalidMetricQueryException {
        if (queries.isEmpty() || queries.size() > MOST_QUERIES) {
            throw new InvalidMetricQueryException(
                    "A request has 1 to " + MOST_QUERIES + " queries; this one has " + queries.size() + ".");
        }
        Set<String> ids = new HashSet<>();
        for (MetricDataQuery query : queries) {
            if (!ID.matcher(query.id()).matches()) {
                throw new InvalidMetricQueryException("The id '" + query.id()
                        + "' must begin with a small letter, followed by letters, digits and underscores.");
            }
            if (!ids.add(query.id())) {
                throw new InvalidMetricQueryException("The id '" + query.id() + "' is there twice.");
            }
        }
    }
}
