/**
 * Whether a woven program is the program that was written: random programs and fixtures, each run as javac left it and as
 * ajc wove it, under telemetry that works and telemetry that fails. Uses its three sub-packages, which do not use it.
 */
@NullMarked
package io.sreobservability.aspects.transparency;

import org.jspecify.annotations.NullMarked;
