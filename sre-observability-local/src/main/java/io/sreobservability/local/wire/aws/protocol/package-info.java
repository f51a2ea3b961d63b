/**
 * AWS's wire formats: Query (a form in, XML out), AWS JSON and Smithy RPC v2 CBOR.
 *
 * <p>Uses {@code wire.http} and {@code wire.aws}.
 */
@NullMarked
package io.sreobservability.local.wire.aws.protocol;

import org.jspecify.annotations.NullMarked;
