/**
 * What a receiver takes in one request, and how a batch becomes requests within it.
 *
 * <p>{@code RequestLimits} has the numbers, {@code RequestPlan} cuts a batch by them and sets aside what no request may hold;
 * {@code LimitedSpanExporter} and {@code LimitedLogRecordExporter} stand in front of an OTLP exporter and do that with every
 * batch. Sizes are those of OTLP in Protocol Buffers ({@code SpanSize}, {@code LogRecordSize}).
 *
 * <p>Only the set-up in {@code io.sreobservability.cloudwatch} uses this package; it uses {@code delivery} to say what was not
 * delivered.
 */
@NullMarked
package io.sreobservability.cloudwatch.limits;

import org.jspecify.annotations.NullMarked;
