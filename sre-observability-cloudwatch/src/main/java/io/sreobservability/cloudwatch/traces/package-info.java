/**
 * What spans say to X-Ray beside what they say to everybody: which of their attributes to index.
 *
 * <p>Used by the set-up in {@code io.sreobservability.cloudwatch}; uses the SDK and the standard's constants.
 */
@NullMarked
package io.sreobservability.cloudwatch.traces;

import org.jspecify.annotations.NullMarked;
