package io.sreobservability.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value never leaves the process in any form, whatever it looks like and whether content is captured or not.
 *
 * <p>On a component of a record: where the record is written as JSON, the component is {@code "[REDACTED]"}, and its
 * accessor is not called; a path to it does not compile. On a parameter with {@link SpanAttribute}: the attribute is
 * {@code [REDACTED]}, whatever the value, and nothing reads it; attributes that are no text, and parts of span names,
 * can't be marked.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Redacted {}
