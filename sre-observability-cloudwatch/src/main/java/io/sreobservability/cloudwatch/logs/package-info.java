/**
 * What log records look like when they leave: masked as spans are, in body and attributes.
 *
 * <p>Used by the set-up in {@code io.sreobservability.cloudwatch}; uses only the SDK and the masking of {@code
 * io.sreobservability.aspects}.
 */
@NullMarked
package io.sreobservability.cloudwatch.logs;

import org.jspecify.annotations.NullMarked;
