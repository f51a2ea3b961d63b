/**
 * {@code PutMetricData} with its documented rules (Amazon CloudWatch API Reference, PutMetricData and MetricDatum), and what
 * asks for metrics: {@code ListMetrics}, {@code GetMetricData}, {@code GetMetricStatistics}.
 *
 * <p>Uses {@code wire.aws}, {@code query.metrics} and the metric store.
 */
@NullMarked
package io.sreobservability.local.wire.aws.metric;

import org.jspecify.annotations.NullMarked;
