/**
 * Metrics by their identity, and statistics over what was sent of them: one value a period.
 *
 * <p>Reads the store; knows nothing of expressions.
 */
@NullMarked
package io.sreobservability.local.query.metrics.statistic;

import org.jspecify.annotations.NullMarked;
