/**
 * OpenTelemetry metric points become CloudWatch data and leave by PutMetricData.
 *
 * <p>One job per class: buckets ({@code ExponentialBuckets}, {@code ExplicitBuckets}) become samples ({@code
 * SampleDistribution}); points become data ({@code PointConverter}, {@code DimensionSanitizer}, {@code Units}); data
 * become requests within CloudWatch's limits ({@code DatumBatcher}); requests are sent ({@code MetricDataSender}); {@code
 * CloudWatchMetricExporter} ties them to the SDK's reader.
 *
 * <p>Only the set-up in {@code io.sreobservability.cloudwatch} uses this package; it uses {@code delivery} for the books.
 */
@NullMarked
package io.sreobservability.cloudwatch.metrics;

import org.jspecify.annotations.NullMarked;
