package io.sreobservability.cloudwatch.metrics;

import io.opentelemetry.api.impl.InstrumentationUtil;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.sreobservability.cloudwatch.delivery.EndpointHealth;
import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.ExporterLedger;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.FailureReason;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports metrics by PutMetricData.
 *
 * <p>It asks the SDK for delta temporality (each export holds what happened since the last one, which is what CloudWatch
 * adds up) and for base-2 exponential histograms (buckets that adapt to the values, so that percentiles survive). Points
 * leave on a thread of the exporter's own; {@link #export} returns at once and never throws.
 */
public final class CloudWatchMetricExporter implements MetricExporter {

    private static final Logger LOG = LoggerFactory.getLogger(CloudWatchMetricExporter.class);

    private final MetricClientSettings settings;
    private final ExporterLedger ledger;
    private final EndpointHealth health;
    private final InstantSource clock;
    private final PointConverter converter;
    private final MetricDataSender sender;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(CloudWatchMetricExporter::newThread);
    private final Set<Refusal> told = EnumSet.noneOf(Refusal.class);
    private volatile CompletableResultCode lastExport = CompletableResultCode.ofSuccess();

    public CloudWatchMetricExporter(
            MetricClientSettings settings, ExporterLedger ledger, EndpointHealth health, InstantSource clock) {
        this.settings = settings;
        this.ledger = ledger;
        this.health = health;
        this.clock = clock;
        this.converter = new PointConverter(clock);
        this.sender = new MetricDataSender(settings);
    }

    /** The same exporter with other books; to be called before the first export, this one is not to be used afterwards. */
    public CloudWatchMetricExporter observedBy(ExporterLedger otherLedger, EndpointHealth otherHealth) {
        shutdown();
        return new CloudWatchMetricExporter(settings, otherLedger, otherHealth, clock);
    }

    @Override
    public CompletableResultCode export(Collection<MetricData> metrics) {
        int points = metrics.stream()
                .mapToInt(metric -> metric.getData().getPoints().size())
                .sum();
        ledger.recorded(points);
        CompletableResultCode result = new CompletableResultCode();
        try {
            worker.execute(
                    () -> InstrumentationUtil.suppressInstrumentation(() -> exportGuarded(metrics, points, result)));
            lastExport = result;
        } catch (RejectedExecutionException alreadyShutDown) {
            ledger.dropped(points);
            result.fail();
        }
        return result;
    }

    private void exportGuarded(Collection<MetricData> metrics, int points, CompletableResultCode result) {
        boolean allDelivered = false;
        try {
            allDelivered = convertAndSend(metrics);
        } catch (Throwable unexpected) {
            // An Error here must not end the worker, nor may a point leave the books.
            ledger.failed(points);
            health.failed(ledger.signal(), FailureReason.of(unexpected));
        }
        if (allDelivered) {
            result.succeed();
        } else {
            result.fail();
        }
    }

    private boolean convertAndSend(Collection<MetricData> metrics) {
        List<OutgoingDatum> outgoing = new ArrayList<>();
        BitSet refused = new BitSet();
        int points = 0;
        for (MetricData metric : metrics) {
            for (PointData point : metric.getData().getPoints()) {
                int index = points++;
                ConvertedPoint converted = converter.convert(metric, point);
                converted.data().forEach(datum -> outgoing.add(new OutgoingDatum(index, datum)));
                Refusal refusal = converted.refusal();
                if (refusal != null) {
                    refused.set(index);
                    tell(refusal, metric);
                }
            }
        }
        SendReport report = new SendReport();
        DatumBatcher.requests(outgoing).forEach(request -> sender.send(request, report));
        return book(points, refused, report);
    }

    private void tell(Refusal refusal, MetricData metric) {
        if (told.add(refusal)) {
            LOG.warn(
                    "A point of metric {} is dropped: it has {}. More points with this fault are counted silently.",
                    DimensionSanitizer.name(metric.getName()),
                    refusal.text());
        }
    }

    /** A point that lost some of its samples is booked as dropped, even though the others were sent. */
    private boolean book(int points, BitSet refused, SendReport report) {
        int failed = 0;
        for (Map.Entry<FailureKind, BitSet> failure : report.failedPoints().entrySet()) {
            failure.getValue().andNot(refused);
            int ofKind = failure.getValue().cardinality();
            ledger.failed(ofKind, failure.getKey());
            failed += ofKind;
        }
        ledger.dropped(refused.cardinality());
        ledger.delivered(points - refused.cardinality() - failed);
        ledger.possiblyDuplicated(report.possiblyDuplicated());
        ExportFailure lastFailure = report.lastFailure();
        if (lastFailure != null) {
            health.failed(ledger.signal(), lastFailure.reason());
        } else if (report.anySent()) {
            health.succeeded(ledger.signal());
        }
        return refused.isEmpty() && failed == 0;
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
        return AggregationTemporalitySelector.deltaPreferred().getAggregationTemporality(instrumentType);
    }

    @Override
    public Aggregation getDefaultAggregation(InstrumentType instrumentType) {
        return instrumentType == InstrumentType.HISTOGRAM
                ? Aggregation.base2ExponentialBucketHistogram()
                : Aggregation.defaultAggregation();
    }

    /** Completes when the last export has ended; how it ended, that export's own result and the books say. */
    @Override
    public CompletableResultCode flush() {
        CompletableResultCode ended = new CompletableResultCode();
        lastExport.whenComplete(ended::succeed);
        return ended;
    }

    @Override
    public CompletableResultCode shutdown() {
        CompletableResultCode closed = new CompletableResultCode();
        try {
            worker.execute(() -> {
                sender.close();
                closed.succeed();
            });
            worker.shutdown();
        } catch (RejectedExecutionException alreadyShutDown) {
            closed.succeed();
        }
        return closed;
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "sre-observability-metrics");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public String toString() {
        return "CloudWatchMetricExporter{" + settings.endpoint() + ", " + settings.namespace() + "}";
    }
}
