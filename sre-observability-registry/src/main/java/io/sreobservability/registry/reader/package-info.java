/**
 * Reads a registry from YAML in OpenTelemetry's semantic-convention format (definition files, first format). Every error
 * names file, line, column and the form that was expected. Start at {@link
 * io.sreobservability.registry.reader.RegistryReader}.
 */
@NullMarked
package io.sreobservability.registry.reader;

import org.jspecify.annotations.NullMarked;
