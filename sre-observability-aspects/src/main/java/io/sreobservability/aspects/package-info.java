/**
 * What applications call: where telemetry goes, whether it is on, and ids of investigations.
 *
 * <p>Uses the engine; nothing else in this module uses this package.
 */
@NullMarked
package io.sreobservability.aspects;

import org.jspecify.annotations.NullMarked;
