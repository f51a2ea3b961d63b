/**
 * The commands of Logs Insights: each makes a table of a table.
 *
 * <p>Uses {@code query.insights.expression}; made by {@code query.insights.syntax}, run by {@code query.insights}.
 */
@NullMarked
package io.sreobservability.local.query.insights.command;

import org.jspecify.annotations.NullMarked;
