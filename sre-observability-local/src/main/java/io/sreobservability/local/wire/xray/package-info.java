/**
 * The X-Ray daemon's side of the wire: datagrams with spans, into the trace store.
 *
 * <p>Uses {@code wire.otlp}, whose messages the datagrams hold; the server uses it.
 */
@NullMarked
package io.sreobservability.local.wire.xray;

import org.jspecify.annotations.NullMarked;
