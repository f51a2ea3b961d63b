package io.sreobservability.benchmarks.calls;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.sreobservability.benchmarks.calls.Keys.Dimensions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Instrumented by hand, as OpenTelemetry's guide for Java shows it, by someone who knows it well: instruments, keys and
 * attributes that never change are made once, and what the spans below must say travels in the context. It exports what
 * {@link WovenCalls} exports, which a test holds.
 */
@SuppressWarnings("try") // a scope is opened to be closed, not to be used
public final class HandWrittenCalls implements Calls {
    /** The name under which backends list what made the spans and metrics; the same as the woven form's. */
    private static final String SCOPE = "opentelemetry.instrumentation.sre-observability";

    private static final Map<String, Object> PODS_OF_PRODUCTION = Map.of("namespace", "production");
    private static final ContextKey<Caller> CALLER = ContextKey.named("caller");
    private static final Attributes STORE_OF_INVESTIGATIONS =
            Attributes.of(Dimensions.OPERATION, "store", Dimensions.STRATEGY, "investigations");
    private static final Attributes KUBERNETES = Attributes.of(Dimensions.AGENT, "kubernetes");
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final Tracer tracer;
    private final HandWrittenInstruments instruments;
    private final Timestamps timestamps;

    /** What the spans below an agent's say about it. */
    private record Caller(Question question, String agentType) {}

    public HandWrittenCalls(OpenTelemetry openTelemetry, Timestamps timestamps) {
        Meter meter = openTelemetry.getMeter(SCOPE);
        this.tracer = openTelemetry.getTracer(SCOPE);
        this.instruments = HandWrittenInstruments.of(meter);
        this.timestamps = timestamps;
    }

    @Override
    public int store(String namespace) {
        Span span = tracer.spanBuilder("memory.store")
                .setAttribute(Keys.TIMESTAMP, timestamps.now())
                .setAttribute(Keys.MEMORY_STRATEGY, "investigations")
                .setAttribute(Keys.GEN_AI_OPERATION, "create_memory")
                .setAttribute(Keys.MEMORY_NAMESPACE, namespace)
                .startSpan();
        Context context = Context.current().with(span);
        long start = System.nanoTime();
        try (Scope scope = context.makeCurrent()) {
            return namespace.length();
        } catch (Throwable thrown) {
            failed(span, context, "memory", "store", thrown);
            throw thrown;
        } finally {
            span.end();
            instruments.memoryOperation().record(millisSince(start), STORE_OF_INVESTIGATIONS, context);
        }
    }

    @Override
    public Findings investigate(Question question) {
        Span span = tracer.spanBuilder("agent.kubernetes.execute")
                .setAttribute(Keys.TIMESTAMP, timestamps.now())
                .setAttribute(Keys.TOOLS_AVAILABLE, 5L)
                .setAttribute(Keys.INVESTIGATION_ID, question.investigationId())
                .setAttribute(Keys.USER_ID, question.userId())
                .setAttribute(Keys.SESSION_ID, question.sessionId())
                .setAttribute(Keys.SESSION, question.sessionId())
                .setAttribute(Keys.CONVERSATION_ID, question.sessionId())
                .setAttribute(Keys.AGENT_TYPE, "kubernetes")
                .setAttribute(Keys.GEN_AI_OPERATION, "invoke_agent")
                .setAttribute(Keys.GEN_AI_AGENT, "kubernetes")
                .startSpan();
        Context context = Context.current()
                .with(CALLER, new Caller(question, "kubernetes"))
                .with(span);
        long start = System.nanoTime();
        try (Scope scope = context.makeCurrent()) {
            Findings findings = new Findings(podStatus(PODS_OF_PRODUCTION).text(), 1);
            span.setAttribute(Keys.TOOLS_INVOKED, (long) findings.toolsInvoked());
            return findings;
        } catch (Throwable thrown) {
            failed(span, context, "agent", "kubernetes", thrown);
            throw thrown;
        } finally {
            span.end();
            double millis = millisSince(start);
            Attributes dimensions = Attributes.of(Dimensions.AGENT, "kubernetes", Dimensions.USER, question.userId());
            instruments.agentInvocation().record(millis, dimensions, context);
            instruments.agentInvocation().record(millis, KUBERNETES, context);
        }
    }

    private PodStatus podStatus(Map<String, Object> parameters) {
        Caller caller = Context.current().get(CALLER);
        Span span = toolSpan("tool.get_pod_status", "get_pod_status", caller);
        Context context = Context.current().with(span);
        long start = System.nanoTime();
        try (Scope scope = context.makeCurrent()) {
            PodStatus status = new PodStatus(parameters.isEmpty(), "3 of 3 pods are ready");
            if (status.isError()) {
                failed(span, context, "tool", "get_pod_status", "_OTHER");
            }
            return status;
        } catch (Throwable thrown) {
            failed(span, context, "tool", "get_pod_status", thrown);
            throw thrown;
        } finally {
            endTool(span, context, "get_pod_status", caller, start);
        }
    }

    @Override
    public void fail(RuntimeException failure) {
        Caller caller = Context.current().get(CALLER);
        Span span = toolSpan("tool.get_error_logs", "get_error_logs", caller);
        Context context = Context.current().with(span);
        long start = System.nanoTime();
        try (Scope scope = context.makeCurrent()) {
            throw failure;
        } catch (Throwable thrown) {
            failed(span, context, "tool", "get_error_logs", thrown);
            throw thrown;
        } finally {
            endTool(span, context, "get_error_logs", caller, start);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // what whenComplete returns is another future: callers get their own
    public CompletableFuture<String> search(CompletableFuture<String> answer) {
        Caller caller = Context.current().get(CALLER);
        Span span = toolSpan("tool.search_logs", "search_logs", caller);
        Context context = Context.current().with(span);
        long start = System.nanoTime();
        try (Scope scope = context.makeCurrent()) {
            answer.whenComplete((value, thrown) -> {
                if (thrown != null) {
                    failed(span, context, "tool", "search_logs", thrown);
                }
                endTool(span, context, "search_logs", caller, start);
            });
            return answer;
        }
    }

    private Span toolSpan(String name, String tool, @Nullable Caller caller) {
        SpanBuilder builder = tracer.spanBuilder(name)
                .setAttribute(Keys.TIMESTAMP, timestamps.now())
                .setAttribute(Keys.TOOL_NAME, tool)
                .setAttribute(Keys.GEN_AI_OPERATION, "execute_tool")
                .setAttribute(Keys.GEN_AI_TOOL, tool);
        if (caller != null) {
            Question question = caller.question();
            builder.setAttribute(Keys.INVESTIGATION_ID, question.investigationId())
                    .setAttribute(Keys.USER_ID, question.userId())
                    .setAttribute(Keys.SESSION_ID, question.sessionId())
                    .setAttribute(Keys.SESSION, question.sessionId())
                    .setAttribute(Keys.CONVERSATION_ID, question.sessionId())
                    .setAttribute(Keys.AGENT_TYPE, caller.agentType());
        }
        return builder.startSpan();
    }

    private void endTool(Span span, Context context, String tool, @Nullable Caller caller, long start) {
        span.end();
        String agent = caller == null ? "unknown" : caller.agentType();
        Attributes dimensions = Attributes.of(Dimensions.TOOL, tool, Dimensions.AGENT, agent);
        instruments.toolExecution().record(millisSince(start), dimensions, context);
    }

    private void failed(Span span, Context context, String component, String name, Throwable thrown) {
        String type = thrown.getClass().getName();
        failed(span, context, component, name, type);
        // recordException would add message and stack trace, which may hold what must not leave the process.
        span.addEvent("exception", Attributes.of(Keys.EXCEPTION_TYPE, type));
    }

    private void failed(Span span, Context context, String component, String name, String errorType) {
        span.setStatus(StatusCode.ERROR);
        span.setAttribute(Keys.ERROR_TYPE, errorType);
        Attributes dimensions =
                Attributes.of(Dimensions.COMPONENT, component, Dimensions.NAME, name, Dimensions.ERROR_TYPE, errorType);
        instruments.componentError().add(1, dimensions, context);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }
}
