package io.sreobservability.cloudwatch.traces;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/** An exporter to X-Ray whose spans name the attributes to index. */
public final class AnnotatingSpanExporter implements SpanExporter {

    private final SpanExporter delegate;

    public AnnotatingSpanExporter(SpanExporter delegate) {
        this.delegate = delegate;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> annotated = spans.stream().map(AnnotatedSpan::of).toList();
        return delegate.export(annotated);
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
        return "Annotating{" + delegate + "}";
    }
}
