/**
 * How a trace goes on in another process, over HTTP headers or the {@code _meta} object of the Model Context Protocol, and
 * what may travel with it: {@code traceparent}, {@code tracestate}, and of {@code baggage} only what an allow-list names.
 * What arrives is taken for hostile until it has passed length limits and grammar.
 *
 * <p>For servers and clients of applications, and for the set-up of an OpenTelemetry SDK. Uses the engine and the
 * definitions of attributes; nothing else in this module uses this package.
 */
@NullMarked
package io.sreobservability.aspects.propagation;

import org.jspecify.annotations.NullMarked;
