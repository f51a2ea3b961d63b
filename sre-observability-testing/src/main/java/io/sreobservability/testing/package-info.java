/**
 * The test kit for authors of agents: {@link io.sreobservability.testing.SreTelemetryTest} records what woven classes emit
 * during a test, {@link io.sreobservability.testing.RecordedTelemetry} asserts it in one line, and after each test everything
 * that was recorded is compared with the contracts on the class path.
 *
 * <p>Failures are {@code org.opentest4j.AssertionFailedError}s, which come with JUnit: no assertion library is needed, and any
 * may be used beside.
 */
@NullMarked
package io.sreobservability.testing;

import org.jspecify.annotations.NullMarked;
