package io.sreobservability.cloudwatch;

import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sreobservability.cloudwatch.limits.LimitedLogRecordExporter;
import io.sreobservability.cloudwatch.limits.LimitedSpanExporter;
import io.sreobservability.cloudwatch.limits.RequestLimits;
import io.sreobservability.cloudwatch.logs.MaskingLogRecordExporter;
import io.sreobservability.cloudwatch.otlp.AwsSenders;
import io.sreobservability.cloudwatch.otlp.Listener;
import io.sreobservability.cloudwatch.otlp.LogDestination;
import io.sreobservability.cloudwatch.otlp.Senders;
import io.sreobservability.cloudwatch.sigv4.AwsCredentials;
import io.sreobservability.cloudwatch.traces.AnnotatingSpanExporter;
import io.sreobservability.cloudwatch.xray.DaemonSpanExporter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * The last exporter on the way of each signal, as the mode wants it: with our sender, signed if it goes to AWS, in requests that the
 * receiver takes.
 */
final class Outlets {
    private final TelemetryConfig config;
    private final Clock clock;
    private final Listener listener;

    /** Null unless what is sent must be signed. */
    private final @Nullable AwsSenders aws;

    Outlets(TelemetryConfig config, Clock clock, Listener listener) {
        this.config = config;
        this.clock = clock;
        this.listener = listener;
        this.aws = config.mode() == TelemetryMode.AWS
                ? new AwsSenders(
                        new AwsCredentials(DefaultCredentialsProvider.builder().build()),
                        config.region(),
                        clock,
                        listener)
                : null;
    }

    /** Fits an exporter that sends to {@code endpoint}, if it is one of OTLP. */
    SpanExporter fit(SpanExporter exporter, URI endpoint) {
        SpanExporter fitted =
                OtlpExporters.fit(exporter, endpoint, aws == null ? Senders.unsigned(listener) : aws.traces());
        if (fitted == exporter) {
            return exporter;
        }
        SpanExporter limited =
                new LimitedSpanExporter(fitted, atAws() ? RequestLimits.xRay() : RequestLimits.collector(), clock);
        return aws == null ? limited : new AnnotatingSpanExporter(limited);
    }

    /** Fits an exporter that sends to {@code endpoint}, if it is one of OTLP; {@code service} names the log stream. */
    LogRecordExporter fit(LogRecordExporter exporter, URI endpoint, String service) {
        LogRecordExporter fitted = OtlpExporters.fit(
                exporter,
                endpoint,
                aws == null
                        ? Senders.unsigned(listener)
                        : aws.logs(LogDestination.ofProcess(config.logGroup(), service, clock.instant())));
        return fitted == exporter
                ? exporter
                : new LimitedLogRecordExporter(
                        fitted, atAws() ? RequestLimits.cloudWatchLogs() : RequestLimits.collector(), clock);
    }

    /** Fits an exporter that sends to {@code endpoint}, if it is one of OTLP. */
    MetricExporter fit(MetricExporter exporter, URI endpoint) {
        return OtlpExporters.fit(exporter, endpoint, aws == null ? Senders.unsigned(listener) : aws.metrics());
    }

    /** The stand-in has the limits of what it stands in for. */
    private boolean atAws() {
        return config.mode() == TelemetryMode.AWS || config.mode() == TelemetryMode.LOCAL;
    }

    /**
     * An exporter of spans to X-Ray: signed, to the stand-in, or through the daemon.
     *
     * @param timeout for one export with all its tries
     */
    SpanExporter newSpanExporter(Duration timeout) {
        if (config.mode() == TelemetryMode.XRAY_DAEMON) {
            return new DaemonSpanExporter(config.destination().daemon(), clock);
        }
        URI endpoint = SdkProperties.endpoint(config.destination().traces(), "traces");
        return fit(
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(endpoint.toString())
                        .setCompression(EndpointRule.compression(endpoint))
                        .setTimeout(timeout)
                        .build(),
                endpoint);
    }

    /**
     * An exporter of log records to CloudWatch Logs: signed, or to the stand-in. It masks secrets before anything leaves.
     *
     * @param timeout for one export with all its tries
     */
    LogRecordExporter newLogRecordExporter(Duration timeout, String service) {
        URI endpoint = SdkProperties.endpoint(config.destination().logs(), "logs");
        return new MaskingLogRecordExporter(fit(
                OtlpHttpLogRecordExporter.builder()
                        .setEndpoint(endpoint.toString())
                        .setCompression(EndpointRule.compression(endpoint))
                        .setTimeout(timeout)
                        .build(),
                endpoint,
                service));
    }
}
