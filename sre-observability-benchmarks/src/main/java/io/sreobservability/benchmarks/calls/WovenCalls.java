package io.sreobservability.benchmarks.calls;

import io.sreobservability.annotations.AgentSpan;
import io.sreobservability.annotations.ErrorWhen;
import io.sreobservability.annotations.FixedAttribute;
import io.sreobservability.annotations.MemorySpan;
import io.sreobservability.annotations.ResultAttribute;
import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.ToolSpan;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Annotated and woven. */
public final class WovenCalls implements Calls {
    private static final Map<String, Object> PODS_OF_PRODUCTION = Map.of("namespace", "production");

    @Override
    @MemorySpan(value = "memory.store", strategy = "investigations")
    public int store(@SpanAttribute("memory.namespace") String namespace) {
        return namespace.length();
    }

    @Override
    @AgentSpan("agent.kubernetes.execute")
    @FixedAttribute(key = "sre.tools_available", value = "5")
    @ResultAttribute(key = "sre.tools_invoked", from = "toolsInvoked()")
    public Findings investigate(
            @SpanAttribute(value = "sre.investigation_id", from = "investigationId()")
                    @SpanAttribute(value = "sre.user_id", from = "userId()")
                    @SpanAttribute(value = "sre.session_id", from = "sessionId()")
                    @SpanAttribute(value = "sre.query", from = "query()")
                    Question question) {
        return new Findings(podStatus(PODS_OF_PRODUCTION).text(), 1);
    }

    @ToolSpan("tool.get_pod_status")
    @ErrorWhen("isError()")
    private PodStatus podStatus(@SpanAttribute("sre.tool_params") Map<String, Object> parameters) {
        return new PodStatus(parameters.isEmpty(), "3 of 3 pods are ready");
    }

    @Override
    @ToolSpan("tool.get_error_logs")
    public void fail(RuntimeException failure) {
        throw failure;
    }

    @Override
    @ToolSpan("tool.search_logs")
    public CompletableFuture<String> search(CompletableFuture<String> answer) {
        return answer;
    }
}
