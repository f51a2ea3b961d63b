/**
 * What the run time knows of the registry's attributes: key, type, sensitivity, longest value, inheritance.
 *
 * <p>The generated constants of the standard are instances of {@link
 * io.sreobservability.aspects.attribute.AttributeDefinition}; agent authors may build their own. This package uses only
 * the OpenTelemetry API, and every other package of the module may use it.
 */
@NullMarked
package io.sreobservability.aspects.attribute;

import org.jspecify.annotations.NullMarked;
