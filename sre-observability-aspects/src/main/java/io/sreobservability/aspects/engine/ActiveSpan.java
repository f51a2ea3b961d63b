package io.sreobservability.aspects.engine;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
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
    /**
     * Whether nobody watches scopes: then none is kept, and compiled code makes none. OpenTelemetry's own storage does for a
     * closed scope just what {@link #detachContext()} does without one.
     */
    private static final boolean PLAIN_STORAGE = ContextStorage.get() == ContextStorage.defaultStorage();

    private final SpanAttributes attributes = new SpanAttributes();
    private @Nullable SpanPoint point; // this and the next two stay for the next call, which mostly has the same
    private @Nullable Telemetry telemetry;
    private @Nullable SpanNames names;
    private @Nullable SpanContextNode node; // holds all that is new with each span: one reference to write
    private @Nullable Context foreign; // the span's context, where that is not the node itself
    private @Nullable Scope scope;
    private boolean started;
    private boolean attached; // from just before the span is made current until the context is surely back
    private boolean failed;
    private boolean startKnown; // the work began before its span: startNano is set
    private long startEpochNanos;
    private long startNano;
    private long endNano;

    /** Takes a call's point; attributes may be set from now on. */
    void open(SpanPoint newPoint, Telemetry newTelemetry) {
        clear(); // what a call left that broke off half-way
        if (point != newPoint) {
            point = newPoint;
        }
        if (telemetry != newTelemetry) {
            telemetry = newTelemetry;
        }
        attributes.open(newPoint, EngineState.captureContent());
    }

    SpanPoint point() {
        return Objects.requireNonNull(point);
    }

    /** Sets an attribute that the content filter has already let through. */
    void set(AttributeDefinition<?> definition, Object value) {
        if (node == null) {
            attributes.add(definition, value);
        } else {
            // A span that somebody holds open may be told the same key again and again.
            attributes.replace(definition, value);
            AttributeBuffer.apply(node.span(), definition, value);
        }
    }

    /** The work has begun already, and the span shall say so. */
    void startedAt(long nanoTime) {
        startKnown = true;
        startNano = nanoTime;
    }

    /** Starts the span with all attributes known so far, which is when samplers look at them. */
    void start(SpanNames newNames, Context current, FrameStack thread) {
        Inheritance above = Inheritance.of(current);
        TimeSource time = telemetry().time();
        long now = time.nanoTime();
        // A moment that has yet to come would make a negative duration, which metrics drop and spans show.
        if (!startKnown || startNano - now > 0) {
            startNano = now;
        }
        long clockOffset = above == null ? thread.wallClock().offset(time, now) : above.clockOffset();
        startEpochNanos = startNano + clockOffset;
        started = true;
        name(newNames);
        Object[] handedDown = Inheritance.entriesBelow(above, attributes);
        Span span =
                build(newNames.spanName(), above, current, thread.timestamps()).startSpan();
        // A broken OpenTelemetry may give none.
        SpanContextNode made = new SpanContextNode(current, Objects.requireNonNull(span), clockOffset, handedDown);
        node = made; // from here on the span is ended, whatever fails
        Context context = made.asContext();
        if (context != made) {
            foreign = context;
        }
    }

    @SuppressWarnings("ReferenceEquality") // to write an equal one again would do no harm
    private void name(SpanNames newNames) {
        if (names != newNames) {
            names = newNames;
        }
        attributes.named(point(), newNames);
    }

    boolean hasSpan() {
        return node != null;
    }

    /** What is needed to end the span once its work is over. */
    SpanCompletion suspend(CompletionReader reader) {
        return new SpanCompletion(point(), telemetry(), names(), node(), attributes.own(), startNano, failed, reader);
    }

    /** Takes a span up again that was suspended, on whatever thread. */
    void resume(SpanCompletion suspended) {
        open(suspended.point, suspended.telemetry);
        name(suspended.names);
        attributes.addAll(suspended.attributes);
        node = suspended.node;
        started = true;
        failed = suspended.failed;
        startNano = suspended.startNano;
        startEpochNanos = startNano + suspended.node.clockOffset();
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

    private SpanBuilder build(String name, @Nullable Inheritance above, Context parent, IsoTimestamp timestamps) {
        SpanBuilder builder = telemetry()
                .tracer()
                .spanBuilder(name)
                .setParent(parent)
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
        if (node != null) {
            attached = true;
            Scope opened = context().makeCurrent();
            if (!PLAIN_STORAGE) {
                scope = opened;
            }
        }
    }

    /** The context from before the call is back. A call that failed half-way may be repeated. */
    void detachContext() {
        if (!attached) {
            return;
        }
        if (scope != null) {
            scope.close();
        } else if (!PLAIN_STORAGE || Context.current() == context()) {
            forceContextBack();
        }
        scope = null;
        attached = false;
    }

    /** Nobody will ask for the context from before any more; contexts below must not keep it alive. */
    void forgetBefore() {
        if (node != null) {
            node.forgetBefore();
        }
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
        Context before = node == null ? null : node.before();
        if (before != null && Context.current() != before) {
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
        if (node != null) {
            node.span().setStatus(StatusCode.ERROR);
        }
    }

    /** Marks the span as failed by an exception. */
    void fail(Throwable thrown) {
        fail(ErrorTypes.ofThrowable(thrown));
        if (node != null && node.span().isRecording()) {
            node.span()
                    .addEvent(
                            ExceptionEvents.NAME,
                            ExceptionEvents.attributes(thrown, EngineState.captureContent()),
                            endEpochNanos(),
                            TimeUnit.NANOSECONDS);
        }
    }

    /** Marks the span as cancelled, which is neither a success nor a failure. */
    void cancel() {
        set(StandardAttributes.SRE_CANCELLED, true);
    }

    /** Ends the span at the moment the work was over. */
    void end() {
        if (node != null) {
            node.span().end(endEpochNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** By the clock that never jumps. */
    private long endEpochNanos() {
        return startEpochNanos + (endNano - startNano);
    }

    /** Records the metrics of a span that was started and left. */
    void recordMetrics() {
        if (started) {
            MetricRecorder.record(telemetry().recorders(point()), this);
        }
    }

    /** Forgets what the call has set and made: an idle thread keeps nothing of it alive but the names of its span. */
    void clear() {
        attributes.clear();
        forgetBefore();
        node = null;
        foreign = null;
        scope = null;
        started = false;
        startKnown = false;
        attached = false;
        failed = false;
    }

    @Override
    public String component() {
        return point().component();
    }

    @Override
    public String componentName() {
        return names().componentName();
    }

    @Override
    public boolean failed() {
        return failed;
    }

    @Override
    public long durationNanos() {
        return endNano - startNano;
    }

    /** The context that holds the span, or the current one while there is no span. */
    @Override
    public Context context() {
        return foreign != null ? foreign : node != null ? node : Context.current();
    }

    /** The span's own value of this attribute, else the inherited one, else {@code null}. */
    @Override
    public @Nullable Object attribute(AttributeDefinition<?> definition) {
        Object own = attributes.find(definition);
        Inheritance inherited = own != null ? null : node != null ? node : Inheritance.of(Context.current());
        return inherited == null ? own : inherited.find(definition);
    }

    private SpanContextNode node() {
        return Objects.requireNonNull(node);
    }

    private SpanNames names() {
        return Objects.requireNonNull(names);
    }

    private Telemetry telemetry() {
        return Objects.requireNonNull(telemetry);
    }
}
