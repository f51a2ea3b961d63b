/**
 * OTLP by our own sender under OpenTelemetry's own exporters: it signs what goes to AWS, and reads what comes back.
 *
 * <p>An exporter turns spans or log records into one message; {@code OtlpSender} writes it once, compresses it, and gives
 * it to {@code Delivery}, which posts it ({@code Transport}), judges the answer ({@code Answer}, {@code AnswerRules}, {@code
 * PartialSuccess}) and tries again where that helps. {@code LogStream} makes the stream that logs go to in CloudWatch. By gRPC the
 * sender is somebody else's and {@code GrpcReader} reads its answers.
 *
 * <p>The set-up in {@code io.sreobservability.cloudwatch} uses this package, through {@code AwsSenders} and {@code Senders}, and
 * {@code xray} does for {@code SenderLoader}; it uses {@code sigv4} to sign and {@code delivery} to say why something failed.
 */
@NullMarked
package io.sreobservability.cloudwatch.otlp;

import org.jspecify.annotations.NullMarked;
