/**
 * The abstract aspect that every generated aspect extends. Written in AspectJ's own language and compiled by ajc after
 * javac has compiled the rest of the module, which is why its source is in {@code src/main/aspectj}.
 *
 * <p>Uses the engine; only generated aspects use it.
 */
@NullMarked
package io.sreobservability.aspects.weaving;

import org.jspecify.annotations.NullMarked;
