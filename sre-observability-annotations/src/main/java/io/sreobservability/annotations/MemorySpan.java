package io.sreobservability.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One execution of the method is one span of a memory operation.
 *
 * <pre>{@code
 * @MemorySpan(value = "memory.retrieve", strategy = MemoryStrategies.USER_PREFERENCES)
 * List<Memory> retrieve(@SpanAttribute("memory.namespace") String namespace) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MemorySpan {
    /** The span name, in the registry's family {@code memory.{operation}}. */
    String value();

    /**
     * The memory strategy: a member of the registry's {@code memory.strategy}, usually one of the generated constants
     * in {@code MemoryStrategies}. Empty when a parameter carries {@code @SpanAttribute("memory.strategy")} instead.
     */
    String strategy() default "";
}
