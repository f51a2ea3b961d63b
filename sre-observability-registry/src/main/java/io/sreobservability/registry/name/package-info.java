/**
 * Names: the grammar of span names, templates with placeholders, and the search for the name that was meant. Depends on
 * nothing; used by the registry's model and reader, and by the processor.
 */
@NullMarked
package io.sreobservability.registry.name;

import org.jspecify.annotations.NullMarked;
