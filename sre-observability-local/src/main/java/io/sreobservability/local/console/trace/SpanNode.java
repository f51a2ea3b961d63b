package io.sreobservability.local.console.trace;

import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span in its place in a {@link SpanTree}. Two places are never equal. */
public final class SpanNode {
    private final SpanRecord span;
    final List<SpanNode> callees = new ArrayList<>();

    @Nullable
    SpanNode caller;

    int index = -1;
    int depth;
    int end;

    SpanNode(SpanRecord span) {
        this.span = span;
    }

    public SpanRecord span() {
        return span;
    }

    /** Its place in {@link SpanTree#nodes()}. */
    public int index() {
        return index;
    }

    /** How many callers stand above it. */
    public int depth() {
        return depth;
    }

    /** The place after the last span below it. */
    public int end() {
        return end;
    }

    /** The span above it; null at the top. */
    public @Nullable SpanNode caller() {
        return caller;
    }

    /** The spans that it called, by start time. */
    public List<SpanNode> callees() {
        return Collections.unmodifiableList(callees);
    }

    /** Whether it names a caller that did not arrive, or that is cut off because the callers form a circle. */
    public boolean isDetached() {
        return caller == null && span.parentSpanId() != null;
    }

    boolean isError() {
        return span.status() == SpanStatus.ERROR;
    }

    long from() {
        return span.startUnixNano();
    }

    /** Not before the start, even if the clock was set back in between. */
    long to() {
        return span.startUnixNano() + span.durationNano();
    }

    boolean isTool() {
        return span.name().startsWith("tool.");
    }

    /** One try of a tool call: its span is below the call's own. */
    boolean isAttempt() {
        return isTool() && span.name().endsWith(".attempt");
    }
}
