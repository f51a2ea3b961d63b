package io.sreobservability.benchmarks.calls;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Micrometer's Observation called by hand, the floor of {@code @Observed}: one span and one timer per call. The span says
 * what {@link WovenCalls} says, numbers as text because key values are text. The handlers are those that Micrometer's guide
 * shows, with their defaults; the timer has the low-cardinality key values, and there are no roll-ups.
 */
public final class ObservationCalls implements Calls {
    private static final Map<String, Object> PODS_OF_PRODUCTION = Map.of("namespace", "production");

    private final ObservationRegistry registry = ObservationRegistry.create();
    private final Timestamps timestamps;

    public ObservationCalls(Tracer tracer, MeterRegistry meters, Timestamps timestamps) {
        this.timestamps = timestamps;
        registry.observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(meters))
                .observationHandler(new DefaultTracingObservationHandler(tracer));
    }

    @Override
    public int store(String namespace) {
        return Objects.requireNonNull(start("MemoryOperation", "memory.store")
                .lowCardinalityKeyValue("memory.strategy", "investigations")
                .lowCardinalityKeyValue("gen_ai.operation.name", "create_memory")
                .highCardinalityKeyValue("memory.namespace", namespace)
                .observe(namespace::length));
    }

    @Override
    public Findings investigate(Question question) {
        Observation observation = start("AgentInvocation", "agent.kubernetes.execute")
                .lowCardinalityKeyValue("sre.agent_type", "kubernetes")
                .lowCardinalityKeyValue("gen_ai.operation.name", "invoke_agent")
                .lowCardinalityKeyValue("gen_ai.agent.name", "kubernetes")
                .highCardinalityKeyValue("sre.tools_available", "5");
        observation.getContext().put(Question.class, question);
        return Objects.requireNonNull(asked(observation, question).observe(() -> {
            Findings findings = new Findings(podStatus(PODS_OF_PRODUCTION).text(), 1);
            observation.highCardinalityKeyValue("sre.tools_invoked", Integer.toString(findings.toolsInvoked()));
            return findings;
        }));
    }

    private PodStatus podStatus(Map<String, Object> parameters) {
        return Objects.requireNonNull(tool("tool.get_pod_status", "get_pod_status")
                .observe(() -> new PodStatus(parameters.isEmpty(), "3 of 3 pods are ready")));
    }

    @Override
    public void fail(RuntimeException failure) {
        tool("tool.get_error_logs", "get_error_logs").observe((Runnable) () -> {
            throw failure;
        });
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // what whenComplete returns is another future: callers get their own
    public CompletableFuture<String> search(CompletableFuture<String> answer) {
        Observation observation = tool("tool.search_logs", "search_logs").start();
        observation.scoped(() -> answer.whenComplete((value, thrown) -> {
            if (thrown != null) {
                observation.error(thrown);
            }
            observation.stop();
        }));
        return answer;
    }

    private Observation start(String metric, String span) {
        return Observation.createNotStarted(metric, registry)
                .contextualName(span)
                .highCardinalityKeyValue("sre.timestamp", timestamps.now());
    }

    private Observation tool(String span, String tool) {
        Observation observation = start("ToolExecution", span)
                .lowCardinalityKeyValue("sre.tool_name", tool)
                .lowCardinalityKeyValue("gen_ai.operation.name", "execute_tool")
                .lowCardinalityKeyValue("gen_ai.tool.name", tool);
        Observation above = registry.getCurrentObservation();
        Question question = above == null ? null : above.getContextView().get(Question.class);
        return question == null
                ? observation
                : asked(observation.lowCardinalityKeyValue("sre.agent_type", "kubernetes"), question);
    }

    private static Observation asked(Observation observation, Question question) {
        return observation
                .highCardinalityKeyValue("sre.investigation_id", question.investigationId())
                .highCardinalityKeyValue("sre.user_id", question.userId())
                .highCardinalityKeyValue("sre.session_id", question.sessionId())
                .highCardinalityKeyValue("session.id", question.sessionId())
                .highCardinalityKeyValue("gen_ai.conversation.id", question.sessionId());
    }
}
