package io.sreobservability.aspects;

import io.sreobservability.aspects.engine.SpanPoint;
import io.sreobservability.aspects.standard.StandardAttributes;
import io.sreobservability.aspects.standard.span.StandardSpans;

/**
 * Spans by hand, for what annotations can't reach: lambdas, code of other libraries, work that begins in one method and ends in
 * another. They are made by the same engine as those of annotated methods, with the same names, attributes and metrics.
 *
 * <pre>{@code
 * List<Pod> pods = Spans.tool("get_pods")
 *         .withJson(StandardAttributes.SRE_TOOL_PARAMS, Map.of("namespace", namespace))
 *         .call(() -> client.pods(namespace));
 * }</pre>
 *
 * <p>A name outside the grammar {@code [a-z][a-z0-9_]*} is brought into it, and a word that the standard does not list becomes
 * {@code other}; both are counted in {@link SelfCounters#normalisedNames()}. What is made by hand is not in the module's
 * contract, so prefer annotations where they reach.
 */
public final class Spans {
    private Spans() {}

    /**
     * A piece of the supervisor's work, {@code supervisor.{operation}}.
     *
     * @param operation {@code investigate}, {@code analyze_query}, {@code route_decision} or {@code aggregate_results}
     */
    public static SpanCall supervisor(String operation) {
        return of(StandardSpans.SUPERVISOR, operation);
    }

    /** One execution of a specialist, {@code agent.{agent_name}.execute}. */
    public static SpanCall agent(String agentName) {
        return of(StandardSpans.AGENT_EXECUTE, agentName);
    }

    /** One tool call as the agent sees it, with all its tries, {@code tool.{tool_name}}. */
    public static SpanCall tool(String toolName) {
        return of(StandardSpans.TOOL, toolName);
    }

    /**
     * One try of a tool call, {@code tool.{tool_name}.attempt}; only where a call is retried.
     *
     * @param attempt the number of this try, from 1
     */
    public static SpanCall toolAttempt(String toolName, int attempt) {
        return of(StandardSpans.TOOL_ATTEMPT, toolName).with(StandardAttributes.SRE_ATTEMPT, attempt);
    }

    /**
     * A memory operation or one step of it, {@code memory.{operation}}.
     *
     * @param operation {@code retrieve}, {@code store}, {@code vector_search} or {@code post_process}
     * @param strategy the kind of memory, one of the constants in {@code MemoryStrategies}
     */
    public static SpanCall memory(String operation, String strategy) {
        return of(StandardSpans.MEMORY, operation).with(StandardAttributes.MEMORY_STRATEGY, strategy);
    }

    /**
     * A span of any registry.
     *
     * @param family a constant of the registry's {@code ExtensionSpans}, or of {@code StandardSpans}
     * @param words the words of the placeholders in the span's name, in the order in which they stand there
     */
    public static SpanCall of(SpanPoint family, String... words) {
        return new SpanCall(family, words.clone(), AttributeSet.EMPTY);
    }
}
