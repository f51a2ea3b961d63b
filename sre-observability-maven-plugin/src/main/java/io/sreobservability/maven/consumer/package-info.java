/**
 * The check of what reads our telemetry: dashboards and saved queries may name only what the contracts emit. Reads the files,
 * has their small languages parsed by the packages for them, and compares with the vocabulary. Knows no Maven; used by the
 * goals.
 */
@NullMarked
package io.sreobservability.maven.consumer;

import org.jspecify.annotations.NullMarked;
