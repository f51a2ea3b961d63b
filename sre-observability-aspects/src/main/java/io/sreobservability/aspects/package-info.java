/**
 * What applications call: where telemetry goes, whether it is on, spans and metrics by hand, and ids of investigations.
 *
 * <p>Uses the engine and the constants of the standard; nothing else in this module uses this package.
 */
@NullMarked
package io.sreobservability.aspects;

import org.jspecify.annotations.NullMarked;
