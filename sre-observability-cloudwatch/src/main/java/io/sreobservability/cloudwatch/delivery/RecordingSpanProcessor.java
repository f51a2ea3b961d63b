package io.sreobservability.cloudwatch.delivery;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Books every sampled span that ends. Register it after the exporting processors, so that it never books ahead of them. */
public final class RecordingSpanProcessor implements SpanProcessor {

    private final DeliveryLedger ledger;

    public RecordingSpanProcessor(DeliveryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (span.getSpanContext().isSampled()) {
            ledger.spanEnded();
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
