/**
 * OTLP to AWS: the sender under OpenTelemetry's own exporters that signs what it sends.
 *
 * <p>An exporter turns spans or log records into one message; {@code AwsHttpSender} writes it once, compresses it, and gives
 * it to {@code Delivery}, which signs, posts ({@code AwsTransport}), judges the answer ({@code Answer}, {@code
 * AnswerRules}, {@code PartialSuccess}) and tries again where that helps. {@code LogStream} makes the stream that logs go to.
 *
 * <p>Only the set-up in {@code io.sreobservability.cloudwatch} uses this package, through {@code AwsSenders}; it uses
 * {@code sigv4} to sign and {@code delivery} to say why something failed.
 */
@NullMarked
package io.sreobservability.cloudwatch.otlp;

import org.jspecify.annotations.NullMarked;
