package io.sreobservability.cloudwatch.logs;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.engine.InheritedAttributes;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives every log record what it is searched for by, beside the trace id that the SDK sets: the investigation that it is
 * written in, found in logs, spans and reports alike; the user and the session; and the trace id as X-Ray writes it, by which its
 * console looks for the records of a trace. Register it before whatever exports.
 */
public final class InvestigationLogProcessor implements LogRecordProcessor {
    /** As AWS's own distribution of OpenTelemetry calls it in log lines. */
    private static final AttributeKey<String> X_RAY_TRACE_ID = AttributeKey.stringKey("AWS-XRAY-TRACE-ID");

    /** X-Ray cuts the 32 digits in two, because the first 8 once were the time. */
    private static final int FIRST_DIGITS = 8;

    private static final List<AttributeDefinition<String>> INHERITED = List.of(
            StandardAttributes.SRE_INVESTIGATION_ID, StandardAttributes.SRE_USER_ID, StandardAttributes.SRE_SESSION_ID);

    @Override
    public void onEmit(Context context, ReadWriteLogRecord logRecord) {
        for (AttributeDefinition<String> attribute : INHERITED) {
            set(logRecord, attribute.key(), InheritedAttributes.find(context, attribute));
        }
        SpanContext span = Span.fromContext(context).getSpanContext();
        if (span.isValid()) {
            String id = span.getTraceId();
            set(logRecord, X_RAY_TRACE_ID, "1-" + id.substring(0, FIRST_DIGITS) + "-" + id.substring(FIRST_DIGITS));
        }
    }

    /** What the record brings itself stays. */
    private static void set(ReadWriteLogRecord logRecord, AttributeKey<String> key, @Nullable String value) {
        if (value != null && logRecord.getAttribute(key) == null) {
            logRecord.setAttribute(key, value);
        }
    }
}
