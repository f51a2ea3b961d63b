/**
 * Spans and log records as bytes and back, for the files of the buffer. Every record holds all that belongs to it, its
 * resource included, so that it can be read when all others are lost.
 *
 * <p>Not OTLP: the exporters, which may be any, want OpenTelemetry's own objects back, and reading OTLP would take a Protocol
 * Buffers library that other libraries in the program may need in another version. Used by {@code
 * io.sreobservability.cloudwatch.buffer} only.
 */
@NullMarked
package io.sreobservability.cloudwatch.buffer.codec;

import org.jspecify.annotations.NullMarked;
