/** What a test records: an OpenTelemetry SDK in memory. Used by the other packages of the test kit; knows none of them. */
@NullMarked
package io.sreobservability.testing.recording;

import org.jspecify.annotations.NullMarked;
