package io.sreobservability.maven.metrics;

import io.sreobservability.maven.source.Named;
import java.util.List;

/**
 * What an expression of a widget refers to.
 *
 * @param metrics what its searches and queries name
 * @param ids the ids of other metrics of the widget
 * @param idParts texts of which at least one id of the widget must contain each: {@code METRICS("errors")}
 */
public record MetricExpression(List<MetricReference> metrics, List<Named> ids, List<Named> idParts) {
    /** Copies the lists. */
    public MetricExpression {
        metrics = List.copyOf(metrics);
        ids = List.copyOf(ids);
        idParts = List.copyOf(idParts);
    }
}
