package io.sreobservability.cloudwatch.logs;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.sreobservability.aspects.engine.InheritedAttributes;
import io.sreobservability.aspects.standard.StandardAttributes;

/**
 * Gives every log record that is written during an investigation its id. The trace id, which the SDK sets, finds the records
 * of one trace; this one finds those of an investigation, in logs, spans and reports alike. Register it before whatever
 * exports.
 */
public final class InvestigationLogProcessor implements LogRecordProcessor {
    private static final AttributeKey<String> KEY =
            AttributeKey.stringKey(StandardAttributes.SRE_INVESTIGATION_ID.name());

    @Override
    public void onEmit(Context context, ReadWriteLogRecord logRecord) {
        String investigation = InheritedAttributes.find(context, StandardAttributes.SRE_INVESTIGATION_ID);
        if (investigation != null && logRecord.getAttribute(KEY) == null) {
            logRecord.setAttribute(KEY, investigation);
        }
    }
}
