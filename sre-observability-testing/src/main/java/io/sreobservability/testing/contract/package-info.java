/**
 * The check of recorded telemetry against the contracts on the class path. Knows nothing of JUnit; the extension hands it
 * what was recorded and reports what it finds.
 */
@NullMarked
package io.sreobservability.testing.contract;

import org.jspecify.annotations.NullMarked;
