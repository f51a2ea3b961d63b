package io.sreobservability.local.query;

/**
 * One line about a trace.
 *
 * @param rootName name of the root span; as long as that has not arrived, of the earliest span without a known parent
 * @param startUnixNano start of the earliest span, nanoseconds since 1970
 * @param durationNano from the start of the earliest span to the end of the latest
 * @param errorCount spans with status ERROR
 */
public record TraceSummary(
        String traceId,
        String rootName,
        String rootService,
        long startUnixNano,
        long durationNano,
        int spanCount,
        int errorCount) {}
