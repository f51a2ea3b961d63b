package io.sreobservability.cloudwatch.delivery;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/** Books every span that is started: the sampler is asked about each, also about those that no processor ever sees. */
public final class CountingSampler implements Sampler {

    private final Sampler delegate;
    private final DeliveryLedger ledger;

    public CountingSampler(Sampler delegate, DeliveryLedger ledger) {
        this.delegate = delegate;
        this.ledger = ledger;
    }

    @Override
    public SamplingResult shouldSample(
            Context parentContext,
            String traceId,
            String name,
            SpanKind spanKind,
            Attributes attributes,
            List<LinkData> parentLinks) {
        SamplingResult result = delegate.shouldSample(parentContext, traceId, name, spanKind, attributes, parentLinks);
        ledger.spanStarted(result.getDecision() == SamplingDecision.RECORD_AND_SAMPLE);
        return result;
    }

    @Override
    public String getDescription() {
        return delegate.getDescription();
    }

    @Override
    public String toString() {
        return delegate.toString();
    }
}
