/**
 * Sets up the OpenTelemetry SDK for an application and answers for the delivery of its telemetry.
 *
 * <p>{@link io.sreobservability.cloudwatch.SreTelemetry} is the door for applications, {@link
 * io.sreobservability.cloudwatch.TelemetryConfig} its configuration. The package puts together those
 * beside it: {@code buffer}, {@code limits}, the ways out ({@code otlp}, {@code xray}, {@code metrics}) and {@code delivery} (the
 * books); none of them uses it.
 */
@NullMarked
package io.sreobservability.cloudwatch;

import org.jspecify.annotations.NullMarked;
