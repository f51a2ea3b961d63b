/**
 * Spans to the X-Ray daemon, or to whatever else takes its datagrams, such as the CloudWatch agent.
 *
 * <p>A span exporter of OpenTelemetry's makes the message; {@code DaemonSender} under it puts the message into one datagram.
 * Batches are cut to datagrams before ({@code limits}). Only the set-up in {@code io.sreobservability.cloudwatch} uses this package,
 * through {@code DaemonSpanExporter} and {@code DaemonAddress}.
 */
@NullMarked
package io.sreobservability.cloudwatch.xray;

import org.jspecify.annotations.NullMarked;
