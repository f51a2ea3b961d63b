package io.sreobservability.local.wire.otlp;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.sreobservability.local.store.MetricStore;
import io.sreobservability.local.wire.http.BodyLimit;
import io.sreobservability.local.wire.http.HttpProblem;

/**
 * Metrics by OTLP, which OpenTelemetry's SDKs send unless told otherwise: refused, counted, and told what to set. AWS keeps
 * them apart from the metrics of PutMetricData; this stand-in has only those, and would seem to have lost the others.
 */
final class MetricSignal implements Signal {
    private final MetricStore store;

    MetricSignal(MetricStore store) {
        this.store = store;
    }

    @Override
    public BodyLimit limit() {
        return OtlpLimits.METRICS;
    }

    @Override
    public Message.Builder newRequest() {
        return ExportMetricsServiceRequest.newBuilder();
    }

    @Override
    public Message accept(Message message, Rejections rejections) throws HttpProblem {
        long points = ((ExportMetricsServiceRequest) message)
                .getResourceMetricsList().stream()
                        .flatMap(resource -> resource.getScopeMetricsList().stream())
                        .flatMap(scope -> scope.getMetricsList().stream())
                        .mapToLong(MetricSignal::points)
                        .sum();
        store.refused(points);
        throw new HttpProblem(
                404,
                points + " metric points refused: this stand-in takes metrics by PutMetricData only. Set"
                        + " OTEL_METRICS_EXPORTER=cloudwatch (sre-observability-cloudwatch on the class path) or"
                        + " OTEL_METRICS_EXPORTER=none.");
    }

    private static int points(Metric metric) {
        return switch (metric.getDataCase()) {
            case GAUGE -> metric.getGauge().getDataPointsCount();
            case SUM -> metric.getSum().getDataPointsCount();
            case HISTOGRAM -> metric.getHistogram().getDataPointsCount();
            case EXPONENTIAL_HISTOGRAM -> metric.getExponentialHistogram().getDataPointsCount();
            case SUMMARY -> metric.getSummary().getDataPointsCount();
            case DATA_NOT_SET -> 0;
        };
    }
}
