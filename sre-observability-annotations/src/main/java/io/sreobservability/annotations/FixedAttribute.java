package io.sreobservability.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A span attribute whose value is the same for every execution of the method. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(FixedAttribute.List.class)
public @interface FixedAttribute {
    /** The attribute's key in the registry. */
    String key();

    /** The value as text; the processor converts it to the attribute's type and refuses what does not convert. */
    String value();

    /** Holds repeated annotations; written by the compiler. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @interface List {
        /** The repeated annotations. */
        FixedAttribute[] value();
    }
}
