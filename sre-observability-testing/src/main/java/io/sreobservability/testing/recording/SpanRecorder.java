package io.sreobservability.testing.recording;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.sreobservability.aspects.SreObservability;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every span from its start on, so that one that never ends is seen, too. Thread-safe. */
final class SpanRecorder implements SpanProcessor {
    private final List<ReadableSpan> started = new CopyOnWriteArrayList<>();
    private final Set<String> withContent = ConcurrentHashMap.newKeySet();

    /** All spans, in the order in which they started. */
    List<RecordedSpan> spans() {
        return started.stream()
                .map(span -> new RecordedSpan(
                        span.toSpanData(),
                        withContent.contains(span.getSpanContext().getSpanId())))
                .toList();
    }

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {
        noteContent(span);
        started.add(span);
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        noteContent(span);
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    private void noteContent(ReadableSpan span) {
        if (SreObservability.captureContent()) {
            withContent.add(span.getSpanContext().getSpanId());
        }
    }
}
