package io.sreobservability.local.wire.otlp;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.sreobservability.local.store.TraceStore;
import io.sreobservability.local.wire.http.HttpProblem;

/** Takes spans that came on a way on which nobody is answered. */
public final class SpanIntake {
    private final TraceSignal signal;

    public SpanIntake(TraceStore store) {
        this.signal = new TraceSignal(store, null);
    }

    /** Keeps what is valid. */
    public void accept(ExportTraceServiceRequest request) {
        try {
            signal.accept(request, new Rejections(0));
        } catch (HttpProblem refused) {
            throw new IllegalStateException(refused.message(), refused); // Too many spans, which no datagram can hold.
        }
    }
}
