package io.sreobservability.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameter's value becomes a span attribute when the method is entered. A {@code null} leaves the attribute out.
 *
 * <p>Whether the value may leave the process, and how much of it, is decided by the attribute's entry in the registry:
 * attributes of sensitivity {@code content} stay out unless content capture is switched on.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
@Repeatable(SpanAttribute.List.class)
public @interface SpanAttribute {
    /** The attribute's key in the registry, for example {@code sre.user_id}. */
    String value();

    /**
     * A path of no-argument methods or record components on the parameter, for example {@code "user().id()"}. Empty: the
     * parameter itself. The processor checks every step against the real types.
     */
    String from() default "";

    /** Holds repeated annotations; written by the compiler. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PARAMETER)
    @interface List {
        /** The repeated annotations. */
        SpanAttribute[] value();
    }
}
