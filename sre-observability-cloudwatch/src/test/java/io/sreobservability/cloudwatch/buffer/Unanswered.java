package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sreobservability.cloudwatch.delivery.Unacknowledged;
import java.util.Collection;

/** An exporter that hears of nothing after sending. */
record Unanswered(SpanExporter delegate) implements SpanExporter, Unacknowledged {

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
}
