package io.sreobservability.testing;

import io.sreobservability.testing.contract.Rule;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a test, or all tests of a class and of the classes nested in it, break a rule for certain names. For example, a test
 * that calls a tool without the agent around it:
 *
 * <pre>{@code
 * @Waive(rule = Rule.MISSING_REQUIRED, names = {"sre.investigation_id", "sre.user_id"}, reason = "no supervisor here")
 * }</pre>
 */
@Documented
@Inherited
@Repeatable(Waive.All.class)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Waive {
    /** The rule. */
    Rule rule();

    /** The spans, attribute keys or metrics that may break it, as the failure names them. */
    String[] names();

    /** Why that is right; must not be blank. */
    String reason();

    /** Several waivers on one element. */
    @Documented
    @Inherited
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        /** The waivers. */
        Waive[] value();
    }
}
