package io.sreobservability.cloudwatch.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * What one OpenTelemetry point became: the data to send, and why the point, or some of its samples, is not among them.
 *
 * @param data empty when the whole point was refused; more than one when it had more values than a datum takes
 * @param refusal null when everything is in the data
 */
record ConvertedPoint(List<MetricDatum> data, @Nullable Refusal refusal) {

    static ConvertedPoint refused(Refusal refusal) {
        return new ConvertedPoint(List.of(), refusal);
    }
}
