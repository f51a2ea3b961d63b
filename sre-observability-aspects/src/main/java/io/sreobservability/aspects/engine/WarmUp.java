package io.sreobservability.aspects.engine;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.sreobservability.aspects.standard.StandardAttributes;
import io.sreobservability.aspects.standard.StandardMetrics;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call into nowhere, so that what a call needs is loaded and initialised while there is stack for it. A class whose
 * initialisation fails once, because the program has overflowed the stack, fails for as long as the process lives.
 */
final class WarmUp {
    private WarmUp() {}

    @SuppressWarnings("MustBeClosedChecker") // the context is put back for good, not for a while
    static void run() {
        SpanPoint point = SpanPoint.builder("tool.{tool_name}")
                .component("tool", "{tool_name}")
                .fixed(StandardAttributes.GEN_AI_OPERATION_NAME, "execute_tool")
                .derived(StandardAttributes.SRE_TOOL_NAME, "{tool_name}")
                .required(StandardAttributes.SRE_ATTEMPT)
                .metric(StandardMetrics.TOOL_EXECUTION)
                .metric(StandardMetrics.COMPONENT_ERROR)
                .metric(StandardMetrics.AGENT_ROUTING)
                .metric(StandardMetrics.MEMORY_CACHE_HIT)
                .build();
        Context before = Context.current();
        try {
            call(point, new FrameStack());
        } finally {
            if (Context.current() != before) {
                before.makeCurrent();
            }
        }
        LiveCalls.count(new @Nullable SpanFrame[0], 0, null);
    }

    private static void call(SpanPoint point, FrameStack stack) {
        stack.dropLostCalls(point);
        SpanFrame entered = stack.push(point, Telemetry.of(OpenTelemetry.noop(), TimeSource.SYSTEM));
        entered.namePart("tool_name", "warm_up");
        entered.setString(StandardAttributes.MEMORY_NAMESPACE, "nowhere");
        entered.setLong(StandardAttributes.SRE_ATTEMPT, 1);
        entered.start();
        SpanFrame left = stack.leave(point);
        if (left != null) {
            Throwable failure = new IllegalStateException();
            left.fail(failure);
            ExceptionEvents.attributes(failure, false); // only spans that are recorded have them
            left.endWhenComplete(CompletableFuture.completedFuture("nothing"), CompletionReader.NOTHING);
        }
    }
}
