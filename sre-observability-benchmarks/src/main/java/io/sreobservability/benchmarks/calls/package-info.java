/**
 * The same four methods, instrumented in each way that is compared: not at all, by hand, woven, with Micrometer and with
 * the OpenTelemetry agent. A form does what its users would write, and as well as they could. Used by every other package
 * of the benchmarks; uses none of them.
 */
@NullMarked
package io.sreobservability.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
