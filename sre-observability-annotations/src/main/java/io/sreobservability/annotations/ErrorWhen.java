package io.sreobservability.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method reports failure in its result instead of throwing: when the path yields {@code true}, the span gets status
 * error and {@code error.type}, and the failure is counted. Tools and agents of the Model Context Protocol fail this way.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ErrorWhen {
    /** A path on the result that ends in a {@code boolean}, for example {@code "isError()"}. */
    String value();

    /**
     * A path on the result that yields the value of {@code error.type} (a string or an enum). Empty: the
     * OpenTelemetry fallback {@code _OTHER}.
     */
    String type() default "";
}
