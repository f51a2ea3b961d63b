package io.sreobservability.local.wire.otlp;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.sreobservability.local.store.Attributes;
import io.sreobservability.local.store.TraceStore;
import io.sreobservability.local.wire.http.BodyLimit;
import io.sreobservability.local.wire.http.HttpProblem;
import org.jspecify.annotations.Nullable;

/** Spans into the trace store. A bad span is refused alone and named in the answer; its neighbours are kept. */
final class TraceSignal implements Signal {
    private final TraceStore store;
    private final @Nullable SpanRules rules;

    /** With {@code rules} of X-Ray's, or without. */
    TraceSignal(TraceStore store, @Nullable SpanRules rules) {
        this.store = store;
        this.rules = rules;
    }

    @Override
    public BodyLimit limit() {
        return OtlpLimits.TRACES;
    }

    @Override
    public Message.Builder newRequest() {
        return ExportTraceServiceRequest.newBuilder();
    }

    @Override
    public Message accept(Message message, Rejections rejections) throws HttpProblem {
        ExportTraceServiceRequest request = (ExportTraceServiceRequest) message;
        refuseTooMany(request);
        if (rules != null) {
            rules.checkRequest(request.getResourceSpansList());
        }
        for (ResourceSpans resourceSpans : request.getResourceSpansList()) {
            Attributes resource =
                    AttributeReader.read(resourceSpans.getResource().getAttributesList());
            int resourceBytes = resourceSpans.getResource().getSerializedSize();
            for (ScopeSpans scopeSpans : resourceSpans.getScopeSpansList()) {
                SpanReader reader = new SpanReader(resource, resourceBytes, scopeSpans.getScope());
                for (Span span : scopeSpans.getSpansList()) {
                    store(reader, span, rejections);
                }
            }
        }
        return response(rejections);
    }

    private static void refuseTooMany(ExportTraceServiceRequest request) throws HttpProblem {
        long spans = request.getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .mapToLong(ScopeSpans::getSpansCount)
                .sum();
        if (spans > OtlpLimits.ITEMS) {
            throw new HttpProblem(400, spans + " spans in one request; at most " + OtlpLimits.ITEMS + " are taken.");
        }
    }

    private void store(SpanReader reader, Span span, Rejections rejections) {
        if (rejections.refuseNext()) {
            return;
        }
        try {
            if (rules != null) {
                rules.checkSpan(span);
            }
            if (store.add(reader.read(span)) == TraceStore.Outcome.TRACE_FULL) {
                rejections.add("the trace has reached the number or size of spans that is kept of one trace");
            }
        } catch (InvalidSpanException e) {
            rejections.add(String.valueOf(e.getMessage()));
        }
    }

    private static Message response(Rejections rejections) {
        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
        if (rejections.count() > 0) {
            response.getPartialSuccessBuilder()
                    .setRejectedSpans(rejections.count())
                    .setErrorMessage(rejections.firstReason());
        }
        return response.build();
    }
}
