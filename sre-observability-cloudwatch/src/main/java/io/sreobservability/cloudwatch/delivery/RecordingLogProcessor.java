package io.sreobservability.cloudwatch.delivery;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;

/** Books every log record that is emitted. Register it after the exporting processors. */
public final class RecordingLogProcessor implements LogRecordProcessor {

    private final DeliveryLedger ledger;

    public RecordingLogProcessor(DeliveryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void onEmit(Context context, ReadWriteLogRecord logRecord) {
        ledger.logEmitted();
    }
}
