/**
 * Values, expressions and functions of Logs Insights, ready to be evaluated on a row.
 *
 * <p>Knows neither the grammar nor where rows come from. Used by {@code query.insights.command} and
 * {@code query.insights.syntax}.
 */
@NullMarked
package io.sreobservability.local.query.insights.expression;

import org.jspecify.annotations.NullMarked;
