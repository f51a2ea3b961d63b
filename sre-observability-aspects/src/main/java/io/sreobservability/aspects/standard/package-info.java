/**
 * The constants of the standard: attributes, metrics, span names and the members of its enums.
 *
 * <p>Generated from the registry by our annotation processor while this module is compiled, so nothing here is written by
 * hand. Uses the attribute and metric definitions; bindings and applications use it.
 */
@NullMarked
package io.sreobservability.aspects.standard;

import org.jspecify.annotations.NullMarked;
