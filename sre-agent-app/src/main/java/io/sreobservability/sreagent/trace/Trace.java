package io.sreobservability.sreagent.trace;

import java.util.List;

/**
 * All spans of one trace that the stand-in knows at one moment.
 *
 * @param traceId 32 hex digits (W3C trace context)
 */
public record Trace(String traceId, List<TraceSpan> spans) {
    public Trace {
        spans = List.copyOf(spans);
    }
}
