package io.sreobservability.cloudwatch.xray;

import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sreobservability.cloudwatch.delivery.Unacknowledged;
import io.sreobservability.cloudwatch.limits.LimitedSpanExporter;
import io.sreobservability.cloudwatch.limits.RequestLimits;
import io.sreobservability.cloudwatch.otlp.SenderLoader;
import io.sreobservability.cloudwatch.traces.AnnotatingSpanExporter;
import java.time.InstantSource;
import java.util.Collection;

/**
 * Sends spans to an X-Ray daemon: OpenTelemetry's OTLP exporter with a sender of datagrams under it. Batches leave in as many
 * datagrams as they need, and a success means that they left.
 */
public final class DaemonSpanExporter implements SpanExporter, Unacknowledged {
    private final SpanExporter delegate;

    public DaemonSpanExporter(DaemonAddress address, InstantSource clock) {
        SpanExporter datagrams = OtlpHttpSpanExporter.builder()
                // Asked for, checked and not used: the sender has an address of its own.
                .setEndpoint("http://127.0.0.1/")
                .setMeterProvider(MeterProvider.noop())
                .setComponentLoader(new SenderLoader(unused -> new DaemonSender(address)))
                .build();
        this.delegate = new AnnotatingSpanExporter(
                new LimitedSpanExporter(datagrams, RequestLimits.ofBytes(Datagram.capacity()), clock));
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return delegate.export(spans);
    }

    @Override
    public CompletableResultCode flush() {
        return delegate.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return delegate.shutdown();
    }

    @Override
    public String toString() {
        return "Daemon{" + delegate + "}";
    }
}
