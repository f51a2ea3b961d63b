/**
 * What all AWS requests have in common, whatever their wire format: operations, parameters, errors.
 *
 * <p>Uses none of the other packages. {@code wire.aws.protocol} turns bytes into these types and back; the packages
 * {@code metric}, {@code dashboard} and {@code logs} beside it are the operations.
 */
@NullMarked
package io.sreobservability.local.wire.aws;

import org.jspecify.annotations.NullMarked;
