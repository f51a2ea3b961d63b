package io.sreobservability.local.query.insights.command;

import io.sreobservability.local.query.insights.expression.Expression;

/** A value and what it is called: its alias, or else its text in the query. */
public record Column(String name, Expression value) {}
