/**
 * AWS Signature Version 4, the sending side: credentials are looked up, and a request is signed as it will be sent.
 *
 * <p>The signing itself is the AWS SDK's; {@code RequestSigner} fits it to plain HTTP requests and {@code SigningClock}
 * follows AWS's clock. Used by {@code otlp} and {@code metrics}; uses {@code delivery} to say why a request cannot leave.
 */
@NullMarked
package io.sreobservability.cloudwatch.sigv4;

import org.jspecify.annotations.NullMarked;
