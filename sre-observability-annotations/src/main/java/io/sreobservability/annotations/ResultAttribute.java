package io.sreobservability.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A span attribute taken from what the method returns. Left out when the method throws or returns {@code null}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(ResultAttribute.List.class)
public @interface ResultAttribute {
    /** The attribute's key in the registry, for example {@code memory.results_count}. */
    String key();

    /**
     * A path of no-argument methods or record components on the result, for example {@code "size()"}. Empty: the result
     * itself. The processor checks every step against the real types.
     */
    String from() default "";

    /** Holds repeated annotations; written by the compiler. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @interface List {
        /** The repeated annotations. */
        ResultAttribute[] value();
    }
}
