package io.sreobservability.local.query.insights.command;

/** One step of a query. */
@FunctionalInterface
public interface Command {
    Table run(Table table);
}
