package io.sreobservability.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a placeholder of the span name to a parameter.
 *
 * <pre>{@code
 * @ToolSpan("tool.{tool_name}")
 * ToolResult call(@SpanNamePart("tool_name") String tool, ...) { ... }
 * }</pre>
 *
 * <p>A value outside the name grammar ({@code [a-z][a-z0-9_]*}) is normalised at run time and counted.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface SpanNamePart {
    /** The placeholder's name, without braces. */
    String value();

    /** A path on the parameter that ends in a string or an enum. Empty: the parameter itself. */
    String from() default "";
}
