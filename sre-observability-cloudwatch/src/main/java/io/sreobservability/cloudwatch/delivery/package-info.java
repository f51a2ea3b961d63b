/**
 * The books of delivery: what was recorded, what was acknowledged, what was lost, and the one warning per outage.
 *
 * <p>The OpenTelemetry SDK's {@code forceFlush} reports success even when its exporter failed, so the exporters are
 * observed here instead ({@code ExportObserver} around each, {@code DeliveryLedger} over all). Used by the set-up in {@code
 * io.sreobservability.cloudwatch} and by its {@code metrics} package; uses only the SDK.
 */
@NullMarked
package io.sreobservability.cloudwatch.delivery;

import org.jspecify.annotations.NullMarked;
