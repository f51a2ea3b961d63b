/**
 * The span families of the standard, as points for spans that are made by hand.
 *
 * <p>Generated from the registry, like the constants beside it. They stand apart because the engine uses those, and these use
 * the engine.
 */
@NullMarked
package io.sreobservability.aspects.standard.span;

import org.jspecify.annotations.NullMarked;
