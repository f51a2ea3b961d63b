/**
 * What log records look like when they leave: with the id of their investigation, and masked as spans are, in body and
 * attributes; attributes that hold content only while content capture is on.
 *
 * <p>Used by the set-up in {@code io.sreobservability.cloudwatch}; uses only the SDK and {@code io.sreobservability.aspects}.
 */
@NullMarked
package io.sreobservability.cloudwatch.logs;

import org.jspecify.annotations.NullMarked;
