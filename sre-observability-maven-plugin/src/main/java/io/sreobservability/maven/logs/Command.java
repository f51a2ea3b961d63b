package io.sreobservability.maven.logs;

import io.sreobservability.maven.source.Named;
import java.util.List;
import java.util.Optional;

/** One command of a query, between bars. */
sealed interface Command {
    /** A value and the name that it gets. */
    record Column(Expression value, Optional<String> alias) {}

    /** {@code SOURCE}: the log group to read. */
    record Source(Named logGroup) implements Command {}

    /** {@code fields}, {@code display}, {@code sort}, {@code dedup}, {@code filter}, …: uses values and may name them. */
    record Use(List<Column> columns) implements Command {}

    /** {@code stats}: afterwards only its columns are left. */
    record Stats(List<Column> columns) implements Command {}

    /**
     * {@code parse} and {@code unnest}: take names out of a value.
     *
     * @param tests the texts and patterns that the value must hold, or nothing is taken out
     */
    record Extract(Expression value, List<Expression> tests, List<String> names) implements Command {}
}
