/**
 * Metric math: expressions over time series.
 *
 * <p>Uses the generated {@code query.metrics.grammar}, {@code query.metrics.search} and {@code query.metrics.statistic};
 * only {@code query.metrics} uses it.
 */
@NullMarked
package io.sreobservability.local.query.metrics.math;

import org.jspecify.annotations.NullMarked;
