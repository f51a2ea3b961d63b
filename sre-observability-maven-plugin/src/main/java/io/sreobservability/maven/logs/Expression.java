package io.sreobservability.maven.logs;

import io.sreobservability.maven.source.Named;
import java.util.List;

/** A part of a query that has a value. */
sealed interface Expression {
    /** A field of the log events, or a name that the query defined. */
    record Field(Named name) implements Expression {}

    /** A text in quotes. */
    record Text(Named value) implements Expression {}

    /** A regular expression between slashes. */
    record Regex(Named pattern) implements Expression {}

    /** A number, a time span such as {@code 5m}, or the {@code *} of {@code count(*)}. */
    record Constant() implements Expression {}

    /**
     * A call of a function.
     *
     * @param text the whole call without blanks: the name of its column if it gets no other
     */
    record Call(String function, List<Expression> arguments, String text) implements Expression {}

    /** The items of {@code in [...]}. */
    record Items(List<Expression> items) implements Expression {}

    /** The opposite of a condition. */
    record Not(Expression condition) implements Expression {}

    /** Two values and what stands between them, in lower case: {@code and}, {@code =}, {@code like}, {@code in}, {@code +}, … */
    record Operation(String operator, Expression left, Expression right) implements Expression {}
}
