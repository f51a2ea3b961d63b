/**
 * AWS Signature Version 4, the receiving side: who signed a request, and whether it arrived as it was signed.
 *
 * <p>{@code SignatureVerifier} applies the rules in AWS's order; {@code CanonicalRequest}, {@code AuthorizationHeader} and
 * {@code Signature} are the published algorithm, one step each. Uses {@code wire.http} and {@code wire.aws}; the protocols
 * of {@code wire.aws} and the server use it.
 */
@NullMarked
package io.sreobservability.local.wire.aws.sigv4;

import org.jspecify.annotations.NullMarked;
