package io.sreobservability.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One execution of the method is one span of a tool call.
 *
 * <pre>{@code
 * @ToolSpan("tool.get_pod_status")
 * PodStatus podStatus(@SpanAttribute("sre.tool_params") Map<String, String> parameters) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ToolSpan {
    /**
     * The span name, in one of the registry's tool families: {@code tool.{tool_name}} or
     * {@code tool.{tool_name}.attempt}. A placeholder left open in braces must be bound by {@link SpanNamePart}.
     */
    String value();
}
