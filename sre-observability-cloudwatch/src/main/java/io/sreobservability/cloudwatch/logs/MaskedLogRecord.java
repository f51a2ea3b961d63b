package io.sreobservability.cloudwatch.logs;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.Body;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A log record with another body and other attributes.
 *
 * @param original the record
 * @param maskedBody its masked body
 * @param maskedAttributes its masked attributes
 */
public record MaskedLogRecord(
        LogRecordData original, @Nullable Value<?> maskedBody, Attributes maskedAttributes) implements LogRecordData {

    /**
     * The record itself if there is nothing to take out.
     *
     * @param captureContent whether attributes that hold content may stay
     */
    public static LogRecordData of(LogRecordData original, boolean captureContent) {
        Value<?> body = original.getBodyValue();
        Value<?> maskedBody = body == null ? null : MaskedValues.mask(body);
        Attributes attributes = MaskedValues.mask(original.getAttributes(), captureContent);
        return maskedBody == body && attributes == original.getAttributes()
                ? original
                : new MaskedLogRecord(original, maskedBody, attributes);
    }

    @Override
    public Resource getResource() {
        return original.getResource();
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
        return original.getInstrumentationScopeInfo();
    }

    @Override
    public long getTimestampEpochNanos() {
        return original.getTimestampEpochNanos();
    }

    @Override
    public long getObservedTimestampEpochNanos() {
        return original.getObservedTimestampEpochNanos();
    }

    @Override
    public SpanContext getSpanContext() {
        return original.getSpanContext();
    }

    @Override
    public Severity getSeverity() {
        return original.getSeverity();
    }

    @Override
    public @Nullable String getSeverityText() {
        return original.getSeverityText();
    }

    /** {@inheritDoc} Older exporters ask for it. */
    @Override
    @Deprecated
    public Body getBody() {
        return maskedBody == null ? Body.empty() : Body.string(maskedBody.asString());
    }

    @Override
    public @Nullable Value<?> getBodyValue() {
        return maskedBody;
    }

    @Override
    public Attributes getAttributes() {
        return maskedAttributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return original.getTotalAttributeCount();
    }

    @Override
    public @Nullable String getEventName() {
        return original.getEventName();
    }
}
