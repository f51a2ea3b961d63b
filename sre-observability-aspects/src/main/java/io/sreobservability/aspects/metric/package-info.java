/**
 * What the run time knows of the registry's metrics: name, value, condition and exact dimensions.
 *
 * <p>A {@link io.sreobservability.aspects.metric.MetricDefinition} only describes; the engine records. This package uses
 * the attribute definitions, and the engine and the generated constants use it.
 */
@NullMarked
package io.sreobservability.aspects.metric;

import org.jspecify.annotations.NullMarked;
