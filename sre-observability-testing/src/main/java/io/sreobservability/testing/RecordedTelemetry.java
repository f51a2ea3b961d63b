package io.sreobservability.testing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.testing.contract.Suggestion;
import io.sreobservability.testing.recording.Patience;
import io.sreobservability.testing.recording.RecordedSpan;
import io.sreobservability.testing.recording.Recording;
import io.sreobservability.testing.report.Seen;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/**
 * What was recorded in a test so far, and assertions about it. Every assertion throws an {@link AssertionFailedError} that
 * says what was expected and lists what was seen. Assertions about what should be there wait a moment for other threads, see
 * {@link SreTelemetryExtension.Builder#patience}. Thread-safe.
 */
public final class RecordedTelemetry {
    private final Recording recording;
    private final Patience patience;

    RecordedTelemetry(Recording recording, Patience patience) {
        this.recording = recording;
        this.patience = patience;
    }

    /**
     * Asserts that exactly one ended span has this name.
     *
     * @return assertions about it
     */
    public SpanAssert assertSpan(String name) {
        return assertSpans(name).hasCount(1).only();
    }

    /**
     * Asserts that some ended spans have this name.
     *
     * @return assertions about them
     */
    public SpansAssert assertSpans(String name) {
        patience.await(() -> !named(name).isEmpty());
        if (named(name).isEmpty()) {
            throw new AssertionFailedError(absence(name) + "\n" + Seen.spans(allSpans()));
        }
        return new SpansAssert(this, name);
    }

    /** Asserts that no span, ended or not, has this name. */
    public void assertNoSpan(String name) {
        if (allSpans().stream().anyMatch(span -> span.getName().equals(name))) {
            throw new AssertionFailedError("No span `" + name + "` was expected.\n" + Seen.spans(allSpans()));
        }
    }

    /** Asserts that no span was started. */
    public void assertNoSpans() {
        if (!allSpans().isEmpty()) {
            throw new AssertionFailedError("No span was expected.\n" + Seen.spans(allSpans()));
        }
    }

    /**
     * Asserts that all spans are of one trace.
     *
     * @return assertions about its tree
     */
    public TraceAssert assertTrace() {
        patience.await(() -> !spans().isEmpty() && recording.open().isEmpty());
        List<SpanData> spans = spans();
        long traces = spans.stream().map(SpanData::getTraceId).distinct().count();
        if (traces != 1) {
            throw new AssertionFailedError(
                    "The spans should be one trace, but they are " + traces + ".\n" + Seen.spans(allSpans()),
                    1,
                    traces);
        }
        return new TraceAssert(spans);
    }

    /**
     * Asserts that this metric has points.
     *
     * @return assertions about them
     */
    public MetricAssert assertMetric(String name) {
        patience.await(() -> metric(name).isPresent());
        if (metric(name).isEmpty()) {
            throw new AssertionFailedError("No metric `" + name + "` was recorded."
                    + Suggestion.instead(
                            name, metrics().stream().map(MetricData::getName).toList()) + "\n"
                    + Seen.metrics(metrics()));
        }
        return new MetricAssert(this, name);
    }

    /** Asserts that this metric has no point. */
    public void assertNoMetric(String name) {
        if (metric(name).isPresent()) {
            throw new AssertionFailedError("No metric `" + name + "` was expected.\n" + Seen.metrics(metrics()));
        }
    }

    /** All ended spans in the order in which they started. */
    public List<SpanData> spans() {
        return recording.ended();
    }

    /** All metrics with what was recorded since the test began. */
    public Collection<MetricData> metrics() {
        return recording.metrics();
    }

    /** The OpenTelemetry that records, to be handed to libraries that make spans of their own. */
    public OpenTelemetry openTelemetry() {
        return recording.openTelemetry();
    }

    List<SpanData> allSpans() {
        return recording.spans().stream().map(RecordedSpan::data).toList();
    }

    List<SpanData> named(String name) {
        return spans().stream().filter(span -> span.getName().equals(name)).toList();
    }

    Optional<MetricData> metric(String name) {
        return metrics().stream()
                .filter(metric -> metric.getName().equals(name)
                        && !metric.getData().getPoints().isEmpty())
                .findFirst();
    }

    Patience patience() {
        return patience;
    }

    private String absence(String name) {
        List<String> started = allSpans().stream().map(SpanData::getName).toList();
        return started.contains(name)
                ? "Span `" + name + "` was started, but has not ended."
                : "No span `" + name + "` was recorded." + Suggestion.instead(name, started);
    }
}
