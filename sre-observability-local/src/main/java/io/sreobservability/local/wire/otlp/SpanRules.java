package io.sreobservability.local.wire.otlp;

import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.sreobservability.local.wire.http.HttpProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LongSummaryStatistics;

/**
 * What X-Ray documents for its OTLP endpoint: the sizes of a resource with its scope and of a span, how far a span may lie
 * from now, and how far the spans of one request from each other.
 */
final class SpanRules {
    private static final int RESOURCE_BYTES = 16 * 1024;
    private static final int SPAN_BYTES = 200 * 1024;
    private static final Duration PAST = Duration.ofDays(14);
    private static final Duration FUTURE = Duration.ofHours(2);
    private static final Duration SPREAD = Duration.ofHours(24);

    private final Clock clock;

    SpanRules(Clock clock) {
        this.clock = clock;
    }

    /** Throws for what costs the whole request. */
    void checkRequest(Iterable<ResourceSpans> request) throws HttpProblem {
        LongSummaryStatistics starts = new LongSummaryStatistics();
        for (ResourceSpans resource : request) {
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                int size = resource.getResource().getSerializedSize()
                        + scope.getScope().getSerializedSize();
                if (size > RESOURCE_BYTES) {
                    throw new HttpProblem(
                            400,
                            "A resource with its scope has " + size + " bytes; at most " + RESOURCE_BYTES
                                    + " are taken.");
                }
                scope.getSpansList().forEach(span -> starts.accept(span.getStartTimeUnixNano()));
            }
        }
        if (starts.getCount() > 0 && starts.getMax() - starts.getMin() > SPREAD.toNanos()) {
            throw new HttpProblem(400, "The spans of one request must lie within 24 hours.");
        }
    }

    /** Throws for what costs this span only. */
    void checkSpan(Span span) throws InvalidSpanException {
        if (span.getSerializedSize() > SPAN_BYTES) {
            throw new InvalidSpanException("a span has more than " + SPAN_BYTES + " bytes");
        }
        Instant start = Instant.EPOCH.plusNanos(span.getStartTimeUnixNano());
        Instant now = clock.instant();
        if (start.isBefore(now.minus(PAST)) || start.isAfter(now.plus(FUTURE))) {
            throw new InvalidSpanException("a span is more than 14 days old or 2 hours ahead");
        }
    }
}
