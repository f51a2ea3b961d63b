/**
 * What may leave the process, and how much of it: redaction, cutting, and JSON of bounded size.
 *
 * <p>Pure functions on text and values. Uses the attribute and naming packages; the engine uses it.
 */
@NullMarked
package io.sreobservability.aspects.content;

import org.jspecify.annotations.NullMarked;
