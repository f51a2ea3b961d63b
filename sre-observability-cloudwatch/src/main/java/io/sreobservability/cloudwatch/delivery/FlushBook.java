package io.sreobservability.cloudwatch.delivery;

import java.util.List;
import java.util.Map;

/**
 * The books as one flush sees them. Each flush has its own: of two that are under way at once, both have to answer for what is lost
 * meanwhile.
 */
public final class FlushBook {

    private final List<ExporterLedger> exporters;
    private final Map<ExporterLedger, Long> toldBefore;

    FlushBook(List<ExporterLedger> exporters, Map<ExporterLedger, Long> toldBefore) {
        this.exporters = exporters;
        this.toldBefore = toldBefore;
    }

    /**
     * Call at the end of the flush.
     *
     * @param emptied whether everything that had been recorded when the flush began has its outcome in the books
     * @return what was not acknowledged, per exporter; empty exactly when everything was
     */
    public List<Shortfall> settle(boolean emptied) {
        return exporters.stream()
                .map(exporter -> exporter.settle(toldBefore.getOrDefault(exporter, 0L), emptied))
                .filter(shortfall -> !shortfall.isNothing())
                .toList();
    }
}
