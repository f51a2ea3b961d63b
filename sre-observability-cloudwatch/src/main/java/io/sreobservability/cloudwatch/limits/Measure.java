package io.sreobservability.cloudwatch.limits;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;

/** What limits are about, of one kind of item. */
interface Measure<T> {
    Measure<SpanData> SPANS = new Measure<>() {
        @Override
        public int bytes(SpanData span) {
            return SpanSize.of(span);
        }

        @Override
        public long epochNanos(SpanData span) {
            return span.getStartEpochNanos();
        }

        @Override
        public Resource resource(SpanData span) {
            return span.getResource();
        }

        @Override
        public InstrumentationScopeInfo scope(SpanData span) {
            return span.getInstrumentationScopeInfo();
        }
    };

    Measure<LogRecordData> LOG_RECORDS = new Measure<>() {
        @Override
        public int bytes(LogRecordData record) {
            return LogRecordSize.of(record);
        }

        @Override
        public long epochNanos(LogRecordData record) {
            return record.getTimestampEpochNanos() == 0
                    ? record.getObservedTimestampEpochNanos()
                    : record.getTimestampEpochNanos();
        }

        @Override
        public Resource resource(LogRecordData record) {
            return record.getResource();
        }

        @Override
        public InstrumentationScopeInfo scope(LogRecordData record) {
            return record.getInstrumentationScopeInfo();
        }
    };

    int bytes(T item);

    long epochNanos(T item);

    Resource resource(T item);

    InstrumentationScopeInfo scope(T item);
}
