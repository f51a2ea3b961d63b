/**
 * What programs under test call to do and to observe something, the telemetry that fails under them, and the run of one
 * program. Generated sources name these classes; nothing here knows the generator.
 */
@NullMarked
package io.sreobservability.aspects.transparency.run;

import org.jspecify.annotations.NullMarked;
