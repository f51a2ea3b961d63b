/**
 * {@code PutMetricData} with its documented rules (Amazon CloudWatch API Reference, PutMetricData and MetricDatum).
 *
 * <p>Uses {@code wire.aws} and the metric store.
 */
@NullMarked
package io.sreobservability.local.wire.aws.metric;

import org.jspecify.annotations.NullMarked;
