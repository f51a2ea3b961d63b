package io.sreobservability.local.wire.otlp;

import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.sreobservability.local.wire.http.HttpProblem;
import java.time.Clock;
import java.util.LongSummaryStatistics;

/** What X-Ray documents for spans at its OTLP endpoint. */
final class SpanRules {
    private static final int SPAN_BYTES = 200 * 1024;

    private final TimeRules times;

    SpanRules(Clock clock) {
        this.times = new TimeRules(clock);
    }

    /** Throws for what costs the whole request. */
    void checkRequest(Iterable<ResourceSpans> request) throws HttpProblem {
        LongSummaryStatistics starts = new LongSummaryStatistics();
        for (ResourceSpans resource : request) {
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                OtlpLimits.checkEnvelope(resource.getResource(), scope.getScope());
                scope.getSpansList().forEach(span -> starts.accept(span.getStartTimeUnixNano()));
            }
        }
        TimeRules.checkSpread(starts, "spans");
    }

    /** Throws for what costs this span only. */
    void checkSpan(Span span) throws InvalidSpanException {
        if (span.getSerializedSize() > SPAN_BYTES) {
            throw new InvalidSpanException("a span has more than " + SPAN_BYTES + " bytes");
        }
        if (times.isOutOfTime(span.getStartTimeUnixNano())) {
            throw new InvalidSpanException("a span is more than 14 days old or 2 hours ahead");
        }
    }
}
