package io.sreobservability.aspects.engine;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.content.ContentFilter;
import io.sreobservability.aspects.naming.SpanNames;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One span from its first attribute to its metrics. Reused for the next span at the same depth of the same thread. Throws
 * whatever OpenTelemetry or an extension of its SDK throws; {@link SpanFrame} guards it.
 */
final class ActiveSpan implements MetricSource {
    private final AttributeBuffer attributes = new AttributeBuffer();
    private @Nullable SpanPoint point;
    private @Nullable Telemetry telemetry;
    private String componentName = "";
    private Context before = Context.root();
    private Context context = Context.root();
    private @Nullable Inheritance above;
    private @Nullable Inheritance below; // what this span hands down, once it has started
    private @Nullable Span span;
    private @Nullable Scope scope;
    private boolean attached; // from just before the span is made current until the context is surely back
    private long startNano;
    private long endNano;
    private boolean failed;

    /** Takes a call's point; attributes may be set from now on. */
    void open(SpanPoint newPoint, Telemetry newTelemetry) {
        clear(); // what a call left that broke off half-way
        point = newPoint;
        telemetry = newTelemetry;
        newPoint.addFixedTo(attributes, EngineState.captureContent());
    }

    SpanPoint point() {
        return Objects.requireNonNull(point);
    }

    /** Sets an attribute that the content filter has already let through. */
    void set(AttributeDefinition<?> definition, Object value) {
        if (span == null) {
            attributes.add(definition, value);
        } else {
            // A span that somebody holds open may be told the same key again and again.
            attributes.replace(definition, value);
            AttributeBuffer.apply(span, definition, value);
        }
    }

    /** Starts the span with all attributes known so far, which is when samplers look at them. */
    void start(SpanNames names, Context current, IsoTimestamp timestamps) {
        before = current;
        context = current;
        above = Inheritance.of(current);
        TimeSource time = telemetry().time();
        Inheritance anchor = above == null ? Inheritance.startingNow(time) : above;
        startNano = above == null ? anchor.anchorNanoTime() : time.nanoTime();
        componentName = names.componentName();
        List<AttributeDefinition<String>> derived = point().derivedDefinitions();
        for (int i = 0; i < derived.size(); i++) {
            attributes.add(derived.get(i), names.derived().get(i));
        }
        below = anchor.below(attributes);
        span = build(names.spanName(), below.epochNanosAt(startNano), timestamps)
                .startSpan();
    }

    /** Whether an attribute is missing that the span must have, set on it or handed down. */
    boolean lacksRequired(boolean captureContent) {
        List<AttributeDefinition<?>> required = point().requiredDefinitions();
        for (int i = 0; i < required.size(); i++) {
            if (attribute(required.get(i)) == null && ContentFilter.admits(required.get(i), captureContent)) {
                return true;
            }
        }
        return false;
    }

    private SpanBuilder build(String name, long startEpochNanos, IsoTimestamp timestamps) {
        SpanBuilder builder = telemetry()
                .tracer()
                .spanBuilder(name)
                .setParent(context)
                .setSpanKind(point().kind())
                .setStartTimestamp(startEpochNanos, TimeUnit.NANOSECONDS)
                .setAttribute(StandardAttributes.SRE_TIMESTAMP.key(), timestamps.format(startEpochNanos));
        attributes.applyTo(builder);
        if (above != null) {
            above.applyMissing(builder, attributes, EngineState.captureContent());
        }
        return builder;
    }

    /** Makes the span current, with what it hands down. */
    @SuppressWarnings("MustBeClosedChecker") // the scope outlives this method: detachContext() closes it
    void makeCurrent() {
        if (span != null && below != null) {
            Context withInheritance = below == above ? before : SpanContextNode.with(before, below);
            context = withInheritance.with(span);
            attached = true;
            scope = context.makeCurrent();
        }
    }

    /** The context from before the call is back. A call that failed half-way may be repeated. */
    void detachContext() {
        if (!attached) {
            return;
        }
        if (scope == null) {
            forceContextBack();
        } else {
            scope.close();
        }
        scope = null;
        attached = false;
    }

    /** Whether the context may still be this span's. */
    boolean isAttached() {
        return attached;
    }

    /**
     * Puts the context from before the call back although scopes further in could not be closed, because there was no
     * stack left for it. OpenTelemetry ignores the closing of a scope that is not the innermost one.
     */
    @SuppressWarnings("MustBeClosedChecker") // the context is put back for good, not for a while
    void forceContextBack() {
        if (span != null && Context.current() != before) {
            before.makeCurrent();
        }
    }

    /** The work is over now. The span still takes attributes. */
    void stopClock() {
        endNano = telemetry().time().nanoTime();
    }

    /** Marks the span as failed. */
    void fail(String errorType) {
        failed = true;
        set(StandardAttributes.ERROR_TYPE, errorType);
        if (span != null) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    /** Marks the span as failed by an exception. */
    void fail(Throwable thrown) {
        fail(ErrorTypes.ofThrowable(thrown));
        if (span != null && below != null) {
            span.addEvent(
                    ExceptionEvents.NAME,
                    ExceptionEvents.attributes(thrown, EngineState.captureContent()),
                    below.epochNanosAt(endNano),
                    TimeUnit.NANOSECONDS);
        }
    }

    /** Marks the span as cancelled, which is neither a success nor a failure. */
    void cancel() {
        set(StandardAttributes.SRE_CANCELLED, true);
    }

    /** Ends the span at the moment the work was over. */
    void end() {
        if (span != null && below != null) {
            span.end(below.epochNanosAt(endNano), TimeUnit.NANOSECONDS);
        }
    }

    /** Records the metrics of a span that was started and left. */
    void recordMetrics() {
        if (below != null) {
            MetricRecorder.record(telemetry().recorders(point()), this);
        }
    }

    /** Forgets the call, so that an idle thread keeps nothing of it alive. */
    void clear() {
        attributes.clear();
        point = null;
        telemetry = null;
        componentName = "";
        before = Context.root();
        context = Context.root();
        above = null;
        below = null;
        span = null;
        scope = null;
        attached = false;
        failed = false;
    }

    @Override
    public String component() {
        return point().component();
    }

    @Override
    public String componentName() {
        return componentName;
    }

    @Override
    public boolean failed() {
        return failed;
    }

    @Override
    public long durationNanos() {
        return endNano - startNano;
    }

    /** The context that holds the span, or the one above it while there is no span. */
    @Override
    public Context context() {
        return context;
    }

    /** The span's own value of this attribute, else the inherited one, else {@code null}. */
    @Override
    public @Nullable Object attribute(AttributeDefinition<?> definition) {
        Object own = attributes.find(definition);
        return own != null || above == null ? own : above.find(definition);
    }

    private Telemetry telemetry() {
        return Objects.requireNonNull(telemetry);
    }
}
