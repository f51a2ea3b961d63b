/**
 * CloudWatch's metrics over what the stand-in holds: {@link io.sreobservability.local.query.metrics.MetricData#get} answers
 * what {@code GetMetricData} asks, with statistics, percentiles, {@code SEARCH} and metric math.
 *
 * <p>{@code statistic} makes series of samples, {@code search} finds metrics, {@code math} computes. What is not supported
 * is refused by name: {@code docs/stand-in.md} has the list.
 */
@NullMarked
package io.sreobservability.local.query.metrics;

import org.jspecify.annotations.NullMarked;
