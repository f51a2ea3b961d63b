package io.sreobservability.cloudwatch.buffer.codec;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.HexFormat;

/** The identity of a span: its ids and what travels with them. */
final class SpanContexts {

    private static final HexFormat HEX = HexFormat.of();

    private SpanContexts() {}

    static void write(Output out, SpanContext context) {
        out.flag(context.isValid());
        if (!context.isValid()) {
            return;
        }
        out.block(context.getTraceIdBytes()).block(context.getSpanIdBytes());
        out.number(context.getTraceFlags().asByte()).flag(context.isRemote());
        out.number(context.getTraceState().size());
        context.getTraceState().forEach((key, value) -> out.text(key).text(value));
    }

    static SpanContext read(Input in) {
        if (!in.flag()) {
            return SpanContext.getInvalid();
        }
        String traceId = HEX.formatHex(in.block());
        String spanId = HEX.formatHex(in.block());
        TraceFlags flags = TraceFlags.fromByte((byte) in.number());
        boolean remote = in.flag();
        TraceState state = state(in);
        return remote
                ? SpanContext.createFromRemoteParent(traceId, spanId, flags, state)
                : SpanContext.create(traceId, spanId, flags, state);
    }

    /** A builder puts every new entry in front of the others. */
    private static TraceState state(Input in) {
        int entries = in.count();
        String[] keys = new String[entries];
        String[] values = new String[entries];
        for (int i = 0; i < entries; i++) {
            keys[i] = in.text();
            values[i] = in.text();
        }
        TraceStateBuilder state = TraceState.builder();
        for (int i = entries - 1; i >= 0; i--) {
            state.put(keys[i], values[i]);
        }
        return state.build();
    }
}
