package io.sreobservability.benchmarks.calls;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Annotated for the OpenTelemetry agent. What its annotations can't say, a fixed or a computed attribute, is set on the
 * current span by hand, so that the spans say what those of {@link WovenCalls} say. There are no metrics: the annotation
 * makes none.
 */
@SuppressWarnings("try") // a scope is opened to be closed, not to be used
public final class WithSpanCalls implements Calls {
    private static final Map<String, Object> PODS_OF_PRODUCTION = Map.of("namespace", "production");
    private static final ContextKey<Question> QUESTION = ContextKey.named("question");

    private final Timestamps timestamps;

    public WithSpanCalls(Timestamps timestamps) {
        this.timestamps = timestamps;
    }

    @Override
    @WithSpan("memory.store")
    public int store(@SpanAttribute("memory.namespace") String namespace) {
        Span.current()
                .setAttribute(Keys.TIMESTAMP, timestamps.now())
                .setAttribute(Keys.MEMORY_STRATEGY, "investigations")
                .setAttribute(Keys.GEN_AI_OPERATION, "create_memory");
        return namespace.length();
    }

    @Override
    public Findings investigate(Question question) {
        try (Scope scope = Context.current().with(QUESTION, question).makeCurrent()) {
            return execute(question.investigationId(), question.userId(), question.sessionId());
        }
    }

    @WithSpan("agent.kubernetes.execute")
    Findings execute(
            @SpanAttribute("sre.investigation_id") String investigationId,
            @SpanAttribute("sre.user_id") String userId,
            @SpanAttribute("sre.session_id") String sessionId) {
        Span span = Span.current()
                .setAttribute(Keys.TIMESTAMP, timestamps.now())
                .setAttribute(Keys.TOOLS_AVAILABLE, 5L)
                .setAttribute(Keys.SESSION, sessionId)
                .setAttribute(Keys.CONVERSATION_ID, sessionId)
                .setAttribute(Keys.AGENT_TYPE, "kubernetes")
                .setAttribute(Keys.GEN_AI_OPERATION, "invoke_agent")
                .setAttribute(Keys.GEN_AI_AGENT, "kubernetes");
        Findings findings = new Findings(podStatus(PODS_OF_PRODUCTION).text(), 1);
        span.setAttribute(Keys.TOOLS_INVOKED, (long) findings.toolsInvoked());
        return findings;
    }

    @WithSpan("tool.get_pod_status")
    private PodStatus podStatus(Map<String, Object> parameters) {
        tool("get_pod_status");
        return new PodStatus(parameters.isEmpty(), "3 of 3 pods are ready");
    }

    @Override
    @WithSpan("tool.get_error_logs")
    public void fail(RuntimeException failure) {
        tool("get_error_logs");
        throw failure;
    }

    @Override
    @WithSpan("tool.search_logs")
    public CompletableFuture<String> search(CompletableFuture<String> answer) {
        tool("search_logs");
        return answer;
    }

    private void tool(String tool) {
        Span span = Span.current()
                .setAttribute(Keys.TIMESTAMP, timestamps.now())
                .setAttribute(Keys.TOOL_NAME, tool)
                .setAttribute(Keys.GEN_AI_OPERATION, "execute_tool")
                .setAttribute(Keys.GEN_AI_TOOL, tool);
        Question question = Context.current().get(QUESTION);
        if (question != null) {
            span.setAttribute(Keys.INVESTIGATION_ID, question.investigationId())
                    .setAttribute(Keys.USER_ID, question.userId())
                    .setAttribute(Keys.SESSION_ID, question.sessionId())
                    .setAttribute(Keys.SESSION, question.sessionId())
                    .setAttribute(Keys.CONVERSATION_ID, question.sessionId())
                    .setAttribute(Keys.AGENT_TYPE, "kubernetes");
        }
    }
}
