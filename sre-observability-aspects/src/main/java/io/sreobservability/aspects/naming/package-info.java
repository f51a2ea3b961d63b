/**
 * Names made at run time: filling placeholders of span names and keeping every part within the standard's grammar.
 *
 * <p>Uses the redaction package; content and engine use it.
 */
@NullMarked
package io.sreobservability.aspects.naming;

import org.jspecify.annotations.NullMarked;
