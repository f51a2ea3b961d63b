/**
 * Questions to the stores: summaries of traces, log records of a trace, series of metrics.
 *
 * <p>Reads {@link io.sreobservability.local.store}; knows nothing of HTTP or JSON, so that every way to look at the
 * telemetry gets the same answers.
 */
@NullMarked
package io.sreobservability.local.query;

import org.jspecify.annotations.NullMarked;
