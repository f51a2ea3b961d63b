/**
 * Sets up the OpenTelemetry SDK for an application and answers for the delivery of its telemetry.
 *
 * <p>{@link io.sreobservability.cloudwatch.SreTelemetry} is the door for applications, {@link
 * io.sreobservability.cloudwatch.TelemetryConfig} its configuration. The package builds on {@code buffer} (what waits
 * for delivery), {@code metrics} (CloudWatch metrics) and {@code delivery} (the books); none uses it.
 */
@NullMarked
package io.sreobservability.cloudwatch;

import org.jspecify.annotations.NullMarked;
