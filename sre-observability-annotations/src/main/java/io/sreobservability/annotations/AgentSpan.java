package io.sreobservability.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One execution of the method is one span of an agent: the supervisor or a specialist.
 *
 * <pre>{@code
 * @AgentSpan("agent.kubernetes.execute")
 * Findings investigate(@SpanAttribute("sre.query") String query) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AgentSpan {
    /**
     * The span name, in one of the registry's agent families: {@code supervisor.{operation}} or
     * {@code agent.{agent_name}.execute}. A placeholder left open in braces must be bound by {@link SpanNamePart}.
     */
    String value();
}
