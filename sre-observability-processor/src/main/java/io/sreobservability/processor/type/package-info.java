/**
 * Questions about Java types: erasure and names for generated code, visibility, and what kind of value a type holds. Knows
 * nothing of spans.
 */
@NullMarked
package io.sreobservability.processor.type;

import org.jspecify.annotations.NullMarked;
