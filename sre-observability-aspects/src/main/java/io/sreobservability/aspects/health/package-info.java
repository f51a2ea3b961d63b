/**
 * How the library watches itself: counters of what went wrong inside telemetry, the one place where it is swallowed, and a
 * look at start-up whether what is annotated is woven.
 *
 * <p>Uses nothing of this module; the engine and the public entry use it.
 */
@NullMarked
package io.sreobservability.aspects.health;

import org.jspecify.annotations.NullMarked;
