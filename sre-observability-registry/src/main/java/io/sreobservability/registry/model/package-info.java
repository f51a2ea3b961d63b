/**
 * The standard as immutable values: attributes, span families, metrics, and {@link
 * io.sreobservability.registry.model.Registry} to look them up. Anyone may read it; the package
 * {@code io.sreobservability.registry.reader} makes it from YAML.
 */
@NullMarked
package io.sreobservability.registry.model;

import org.jspecify.annotations.NullMarked;
