package io.sreobservability.testing.contract;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.testing.recording.RecordedSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares everything that a test recorded with the contracts on its class path. */
public final class ContractCheck {
    private final OwnSpanCheck ownSpans;
    private final LibrarySpanCheck librarySpans;
    private final MetricCheck metrics;

    /** A check against these contracts. */
    public ContractCheck(Contracts contracts) {
        this.ownSpans = new OwnSpanCheck(contracts);
        this.librarySpans = new LibrarySpanCheck(contracts);
        this.metrics = new MetricCheck(contracts);
    }

    /** Everything that is wrong, spans first, in the order in which they started. */
    public List<Violation> check(List<RecordedSpan> spans, Collection<MetricData> recordedMetrics) {
        List<Violation> found = new ArrayList<>(checkSpans(spans));
        recordedMetrics.stream()
                .filter(metric -> isOurs(metric.getInstrumentationScopeInfo()))
                .forEach(metric -> found.addAll(metrics.check(metric)));
        return found;
    }

    private List<Violation> checkSpans(List<RecordedSpan> spans) {
        Map<String, Checked> byId = new LinkedHashMap<>();
        spans.forEach(span -> byId.put(span.data().getSpanId(), new Checked(span.data(), check(span))));
        return byId.values().stream()
                .flatMap(checked -> checked.violations().stream()
                        .filter(violation -> !isSaidAbove(violation, checked.span(), byId)))
                .toList();
    }

    private List<Violation> check(RecordedSpan span) {
        if (!span.data().hasEnded()) {
            return List.of(); // its attributes are not complete
        }
        return isOurs(span.data().getInstrumentationScopeInfo())
                ? ownSpans.check(span)
                : librarySpans.check(span.data());
    }

    /** What nobody handed down is missing from a whole tree of spans, and said once, of the topmost. */
    private static boolean isSaidAbove(Violation violation, SpanData span, Map<String, Checked> byId) {
        if (violation.rule() != Rule.MISSING_REQUIRED) {
            return false;
        }
        Checked above = byId.get(span.getParentSpanId());
        while (above != null && !above.lacks(violation.name())) {
            above = byId.get(above.span().getParentSpanId());
        }
        return above != null;
    }

    private record Checked(SpanData span, List<Violation> violations) {
        boolean lacks(String key) {
            return violations.stream()
                    .anyMatch(violation -> violation.rule() == Rule.MISSING_REQUIRED
                            && violation.name().equals(key));
        }
    }

    private static boolean isOurs(InstrumentationScopeInfo scope) {
        return scope.getName().equals(SreObservability.SCOPE);
    }
}
