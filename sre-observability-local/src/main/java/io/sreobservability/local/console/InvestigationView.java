package io.sreobservability.local.console;

import io.sreobservability.local.console.trace.Investigation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trace in a list, and at the head of its page.
 *
 * @param start milliseconds since 1970
 * @param duration nanoseconds
 */
record InvestigationView(
        String traceId,
        @Nullable String investigationId,
        @Nullable String user,
        @Nullable String query,
        String name,
        long start,
        long duration,
        int spans,
        int errors,
        boolean running,
        List<Investigation.Agent> agents,
        List<String> services) {
    private static final long NANOS_OF_MILLI = 1_000_000;

    static InvestigationView of(Investigation trace) {
        return new InvestigationView(
                trace.traceId(),
                trace.investigationId(),
                trace.user(),
                trace.query(),
                trace.name(),
                trace.startUnixNano() / NANOS_OF_MILLI,
                trace.durationNano(),
                trace.spans(),
                trace.errors(),
                trace.running(),
                trace.agents(),
                trace.services());
    }
}
