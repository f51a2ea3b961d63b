package io.sreobservability.cloudwatch.buffer.codec;

import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Log records as bytes. The first byte is the version of the form. */
public final class LogCodec implements ItemCodec<LogRecordData> {

    private static final int VERSION = 1;
    private static final List<Severity> SEVERITIES = Arrays.stream(Severity.values())
            .sorted(Comparator.comparingInt(Severity::getSeverityNumber))
            .toList();

    private final OriginCodec origin = new OriginCodec();

    @Override
    public byte[] encode(LogRecordData log) {
        Output out = new Output().number(VERSION);
        origin.write(out, log.getResource(), log.getInstrumentationScopeInfo());
        out.fixed(log.getTimestampEpochNanos()).fixed(log.getObservedTimestampEpochNanos());
        SpanContexts.write(out, log.getSpanContext());
        out.number(log.getSeverity().getSeverityNumber()).text(log.getSeverityText());
        Values.writeOptional(out, log.getBodyValue());
        AttributesCodec.write(out, log.getAttributes());
        out.number(log.getTotalAttributeCount()).text(log.getEventName());
        return out.toBytes();
    }

    @Override
    public LogRecordData decode(byte[] bytes) {
        Input in = new Input(bytes);
        Versions.check(in, VERSION);
        // Arguments are evaluated from left to right: this is the order of the bytes.
        return new StoredLogRecord(
                origin.readResource(in),
                origin.readScope(in),
                in.fixed(),
                in.fixed(),
                SpanContexts.read(in),
                in.oneOf(SEVERITIES),
                in.optionalText(),
                Values.readOptional(in),
                AttributesCodec.read(in),
                (int) in.number(),
                in.optionalText());
    }
}
