package io.sreobservability.cloudwatch.buffer.codec;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.List;

/** Spans as bytes. The first byte is the version of the form. */
public final class SpanCodec implements ItemCodec<SpanData> {

    private static final int VERSION = 1;
    /** Their places are what is written: new ones go to the end. */
    private static final List<SpanKind> KINDS =
            List.of(SpanKind.INTERNAL, SpanKind.SERVER, SpanKind.CLIENT, SpanKind.PRODUCER, SpanKind.CONSUMER);

    private static final List<StatusCode> CODES = List.of(StatusCode.UNSET, StatusCode.OK, StatusCode.ERROR);

    private final OriginCodec origin = new OriginCodec();

    @Override
    public byte[] encode(SpanData span) {
        Output out = new Output().number(VERSION);
        origin.write(out, span.getResource(), span.getInstrumentationScopeInfo());
        out.text(span.getName()).number(KINDS.indexOf(span.getKind()));
        SpanContexts.write(out, span.getSpanContext());
        SpanContexts.write(out, span.getParentSpanContext());
        out.number(CODES.indexOf(span.getStatus().getStatusCode()))
                .text(span.getStatus().getDescription());
        out.fixed(span.getStartEpochNanos()).fixed(span.getEndEpochNanos());
        AttributesCodec.write(out, span.getAttributes());
        out.number(span.getTotalAttributeCount());
        events(out, span);
        links(out, span);
        return out.toBytes();
    }

    private static void events(Output out, SpanData span) {
        out.number(span.getEvents().size());
        for (EventData event : span.getEvents()) {
            out.text(event.getName()).fixed(event.getEpochNanos());
            AttributesCodec.write(out, event.getAttributes());
            out.number(event.getTotalAttributeCount());
        }
        out.number(span.getTotalRecordedEvents());
    }

    private static void links(Output out, SpanData span) {
        out.number(span.getLinks().size());
        for (LinkData link : span.getLinks()) {
            SpanContexts.write(out, link.getSpanContext());
            AttributesCodec.write(out, link.getAttributes());
            out.number(link.getTotalAttributeCount());
        }
        out.number(span.getTotalRecordedLinks());
    }

    @Override
    public SpanData decode(byte[] bytes) {
        Input in = new Input(bytes);
        Versions.check(in, VERSION);
        // Arguments are evaluated from left to right: this is the order of the bytes.
        return new StoredSpan(
                origin.readResource(in),
                origin.readScope(in),
                in.text(),
                in.oneOf(KINDS),
                SpanContexts.read(in),
                SpanContexts.read(in),
                status(in),
                in.fixed(),
                in.fixed(),
                AttributesCodec.read(in),
                (int) in.number(),
                events(in),
                (int) in.number(),
                links(in),
                (int) in.number());
    }

    private static StatusData status(Input in) {
        StatusCode code = in.oneOf(CODES);
        return StatusData.create(code, in.text());
    }

    private static List<EventData> events(Input in) {
        List<EventData> events = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            String name = in.text();
            events.add(EventData.create(in.fixed(), name, AttributesCodec.read(in), (int) in.number()));
        }
        return events;
    }

    private static List<LinkData> links(Input in) {
        List<LinkData> links = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            links.add(LinkData.create(SpanContexts.read(in), AttributesCodec.read(in), (int) in.number()));
        }
        return links;
    }
}
