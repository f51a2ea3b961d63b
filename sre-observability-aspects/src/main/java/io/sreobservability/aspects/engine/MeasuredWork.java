package io.sreobservability.aspects.engine;

import io.opentelemetry.context.Context;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.content.ContentFilter;
import io.sreobservability.aspects.naming.SpanNames;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Work that is over and had no span of ours: recorded into the metrics that its span would have recorded. What it does not set
 * is taken from the context in which it is recorded. Not thread-safe. No method throws.
 */
public final class MeasuredWork {
    private final SpanPoint point;
    private final String[] words;
    private final SpanAttributes attributes = new SpanAttributes();
    private boolean failed;
    private boolean recorded;

    /**
     * Work of a family.
     *
     * @param words the words of the placeholders in the span's name, in the order in which they stand there
     */
    public MeasuredWork(SpanPoint point, String... words) {
        this.point = point;
        this.words = words;
    }

    /** Sets an attribute; {@code null} sets nothing. */
    public <T> MeasuredWork set(AttributeDefinition<T> attribute, @Nullable T value) {
        try {
            Object admitted =
                    value == null ? null : ContentFilter.value(attribute, value, EngineState.captureContent());
            if (admitted != null) {
                attributes.add(attribute, admitted);
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
        return this;
    }

    /**
     * Says that the work failed.
     *
     * @param errorType a class name or an error code; anything else becomes {@code _OTHER}
     */
    public MeasuredWork failed(@Nullable String errorType) {
        failed = true;
        return set(StandardAttributes.ERROR_TYPE, ErrorTypes.ofValue(errorType));
    }

    /** Records the metrics, once however often this is called; a negative time counts as none. */
    public void record(Duration duration) {
        if (recorded || !EngineState.enabled()) {
            return;
        }
        recorded = true;
        try {
            Telemetry telemetry = Telemetry.current();
            if (telemetry == null) {
                return;
            }
            @Nullable String[] parts = Arrays.copyOf(words, point.naming().placeholderCount());
            SpanNames names = point.naming().resolve(parts);
            if (names.normalised() && words.length > 0) {
                EngineState.counters().normalisedName();
            }
            attributes.open(point, EngineState.captureContent());
            attributes.named(point, names);
            record(
                    telemetry.recorders(point.named(parts)),
                    new Source(
                            point.component(),
                            names.componentName(),
                            attributes,
                            failed,
                            Math.max(0, duration.toNanos()),
                            Context.current()));
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    private static void record(MetricRecorder[] recorders, Source source) {
        Thread thread = Thread.currentThread();
        boolean interrupted = thread.isInterrupted();
        ClassLoader classLoader = thread.getContextClassLoader();
        try {
            MetricRecorder.record(recorders, source);
        } finally {
            ThreadState.restore(thread, interrupted, classLoader, source.context());
        }
    }

    private record Source(
            String component,
            String componentName,
            SpanAttributes attributes,
            boolean failed,
            long durationNanos,
            Context context)
            implements MetricSource {
        @Override
        public @Nullable Object attribute(AttributeDefinition<?> definition) {
            Object own = attributes.find(definition);
            Inheritance above = own == null ? Inheritance.of(context) : null;
            return above == null ? own : above.find(definition);
        }
    }
}
