package io.sreobservability.local.wire.otlp;

import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.sreobservability.local.wire.http.HttpProblem;
import java.time.Clock;
import java.util.LongSummaryStatistics;

/** What CloudWatch Logs documents for log records. */
final class LogRules {
    private final TimeRules times;

    LogRules(Clock clock) {
        this.times = new TimeRules(clock);
    }

    /** Throws for what costs the whole request. */
    void checkRequest(Iterable<ResourceLogs> request) throws HttpProblem {
        LongSummaryStatistics all = new LongSummaryStatistics();
        for (ResourceLogs resource : request) {
            for (ScopeLogs scope : resource.getScopeLogsList()) {
                OtlpLimits.checkEnvelope(resource.getResource(), scope.getScope());
                scope.getLogRecordsList().forEach(record -> all.accept(time(record)));
            }
        }
        TimeRules.checkSpread(all, "log records");
    }

    /** Whether this record alone is refused. */
    boolean isOutOfTime(LogRecord record) {
        return times.isOutOfTime(time(record));
    }

    /** When it was written, or seen if that is not known. */
    static long time(LogRecord record) {
        return record.getTimeUnixNano() == 0 ? record.getObservedTimeUnixNano() : record.getTimeUnixNano();
    }
}
