package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.sreobservability.cloudwatch.buffer.codec.ItemCodec;
import io.sreobservability.cloudwatch.buffer.codec.LogCodec;
import java.util.function.UnaryOperator;

/** Log records; errors are what an investigation cannot do without. */
final class LogRules implements ItemRules<LogRecordData> {

    private final ItemCodec<LogRecordData> codec;

    /** Rules by which every record goes through {@code masking} before it is kept anywhere but in memory. */
    LogRules(UnaryOperator<LogRecordData> masking) {
        LogCodec plain = new LogCodec();
        this.codec = new ItemCodec<>() {
            @Override
            public byte[] encode(LogRecordData log) {
                return plain.encode(masking.apply(log));
            }

            @Override
            public LogRecordData decode(byte[] bytes) {
                return plain.decode(bytes);
            }
        };
    }

    @Override
    public ItemCodec<LogRecordData> codec() {
        return codec;
    }

    @Override
    public void ended(LogRecordData log) {}

    @Override
    public int bytes(LogRecordData log) {
        return Sizes.of(log);
    }

    @Override
    public boolean isPrecious(LogRecordData log) {
        return log.getSeverity().getSeverityNumber() >= Severity.ERROR.getSeverityNumber();
    }

    @Override
    public boolean isLeaf(LogRecordData log) {
        return true;
    }
}
