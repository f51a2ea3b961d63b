/**
 * OTLP/HTTP, the OpenTelemetry protocol: traces and logs as protobuf or JSON, into the stores.
 *
 * <p>Uses {@code wire.http} and the stores.
 */
@NullMarked
package io.sreobservability.local.wire.otlp;

import org.jspecify.annotations.NullMarked;
