package io.sreobservability.local.wire.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.sreobservability.local.store.Attributes;
import io.sreobservability.local.store.SpanEvent;
import io.sreobservability.local.store.SpanKind;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the spans of one resource and scope into records, if they are valid. */
final class SpanReader {
    private final Attributes resource;
    private final int resourceBytes;
    private final String service;
    private final String scope;

    SpanReader(Attributes resource, int resourceBytes, InstrumentationScope scope) {
        this.resource = resource;
        this.resourceBytes = resourceBytes;
        this.service = Services.nameOf(resource);
        this.scope = scope.getName();
    }

    SpanRecord read(Span span) throws InvalidSpanException {
        return new SpanRecord(
                id("trace id", span.getTraceId(), Ids.TRACE_BYTES),
                id("span id", span.getSpanId(), Ids.SPAN_BYTES),
                parent(span.getParentSpanId()),
                span.getName(),
                kind(span.getKind()),
                service,
                scope,
                time("start", span.getStartTimeUnixNano()),
                time("end", span.getEndTimeUnixNano()),
                status(span.getStatus().getCode()),
                span.getStatus().getMessage(),
                AttributeReader.read(span.getAttributesList()),
                events(span),
                resource,
                span.getSerializedSize() + resourceBytes);
    }

    private static String id(String what, ByteString bytes, int length) throws InvalidSpanException {
        String id = Ids.hex(bytes, length);
        if (id == null) {
            throw new InvalidSpanException("a span's " + what + " is not " + length + " bytes, or all zeros");
        }
        return id;
    }

    private static @Nullable String parent(ByteString bytes) throws InvalidSpanException {
        if (bytes.isEmpty()) {
            return null;
        }
        String id = Ids.hex(bytes, Ids.SPAN_BYTES);
        if (id == null && bytes.size() != Ids.SPAN_BYTES) {
            throw new InvalidSpanException("a span's parent span id is not " + Ids.SPAN_BYTES + " bytes");
        }
        return id;
    }

    /** Times are unsigned on the wire; one past the year 2262 is not a time but a mistake. */
    private static long time(String what, long unixNano) throws InvalidSpanException {
        if (unixNano < 0) {
            throw new InvalidSpanException("a span's " + what + " time is out of range");
        }
        return unixNano;
    }

    private static SpanKind kind(Span.SpanKind kind) {
        return switch (kind) {
            case SPAN_KIND_INTERNAL -> SpanKind.INTERNAL;
            case SPAN_KIND_SERVER -> SpanKind.SERVER;
            case SPAN_KIND_CLIENT -> SpanKind.CLIENT;
            case SPAN_KIND_PRODUCER -> SpanKind.PRODUCER;
            case SPAN_KIND_CONSUMER -> SpanKind.CONSUMER;
            case SPAN_KIND_UNSPECIFIED, UNRECOGNIZED -> SpanKind.UNSPECIFIED;
        };
    }

    private static SpanStatus status(Status.StatusCode code) {
        return switch (code) {
            case STATUS_CODE_OK -> SpanStatus.OK;
            case STATUS_CODE_ERROR -> SpanStatus.ERROR;
            case STATUS_CODE_UNSET, UNRECOGNIZED -> SpanStatus.UNSET;
        };
    }

    private static List<SpanEvent> events(Span span) throws InvalidSpanException {
        List<SpanEvent> events = new ArrayList<>(span.getEventsCount());
        for (Span.Event event : span.getEventsList()) {
            events.add(new SpanEvent(
                    event.getName(),
                    time("event", event.getTimeUnixNano()),
                    AttributeReader.read(event.getAttributesList())));
        }
        return events;
    }
}
