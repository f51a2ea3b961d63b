/**
 * The books of delivery: what was recorded, what was acknowledged, what was lost, and the one warning per outage.
 *
 * <p>The OpenTelemetry SDK's {@code forceFlush} reports success even when its exporter failed, so outcomes are
 * booked here instead: {@code ExportOutcome} says what became of an export, {@code DeliveryLedger} has the books of all
 * exporters, {@code SelfMetrics} publishes them. Used by {@code buffer}, {@code metrics}, {@code otlp} and the set-up in {@code
 * io.sreobservability.cloudwatch}; uses only the SDK.
 */
@NullMarked
package io.sreobservability.cloudwatch.delivery;

import org.jspecify.annotations.NullMarked;
