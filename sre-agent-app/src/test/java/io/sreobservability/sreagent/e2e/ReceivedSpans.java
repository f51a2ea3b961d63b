package io.sreobservability.sreagent.e2e;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.List;

/** Spans that the stand-in received, as the SDK that sent them had them: so the same checks hold on both sides of the wire. */
final class ReceivedSpans {
    private ReceivedSpans() {}

    static List<SpanData> of(List<SpanRecord> received) {
        return received.stream().map(ReceivedSpans::of).toList();
    }

    private static SpanData of(SpanRecord span) {
        return TestSpanData.builder()
                .setName(span.name())
                .setKind(SpanKind.valueOf(span.kind().name()))
                .setSpanContext(context(span.traceId(), span.spanId()))
                .setParentSpanContext(
                        span.parentSpanId() == null
                                ? SpanContext.getInvalid()
                                : context(span.traceId(), span.parentSpanId()))
                .setStartEpochNanos(span.startUnixNano())
                .setEndEpochNanos(span.endUnixNano())
                .setHasEnded(true)
                .setStatus(span.status() == SpanStatus.ERROR ? StatusData.error() : StatusData.unset())
                .setInstrumentationScopeInfo(InstrumentationScopeInfo.create(span.scope()))
                .setResource(Resource.create(attributes(span.resource())))
                .setAttributes(attributes(span.attributes()))
                .build();
    }

    private static SpanContext context(String traceId, String spanId) {
        return SpanContext.create(traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
    }

    private static Attributes attributes(io.sreobservability.local.store.Attributes received) {
        AttributesBuilder attributes = Attributes.builder();
        received.values().forEach((key, value) -> {
            if (value instanceof Boolean bool) {
                attributes.put(key, bool);
            } else if (value instanceof Long number) {
                attributes.put(key, number);
            } else if (value instanceof Double number) {
                attributes.put(key, number);
            } else if (value instanceof List<?> list) {
                attributes.put(
                        AttributeKey.stringArrayKey(key),
                        list.stream().map(String::valueOf).toList());
            } else {
                attributes.put(key, String.valueOf(value));
            }
        });
        return attributes.build();
    }
}
