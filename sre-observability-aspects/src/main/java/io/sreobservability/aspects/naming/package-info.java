/**
 * Names made at run time: filling placeholders of span names and keeping every part within the standard's grammar.
 *
 * <p>Uses nothing of this module; the engine uses it.
 */
@NullMarked
package io.sreobservability.aspects.naming;

import org.jspecify.annotations.NullMarked;
