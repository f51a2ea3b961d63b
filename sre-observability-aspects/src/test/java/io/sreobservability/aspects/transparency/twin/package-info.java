/** Compiles and weaves sources as a consumer's build does, and loads the result. Knows nothing of what the sources say. */
@NullMarked
package io.sreobservability.aspects.transparency.twin;

import org.jspecify.annotations.NullMarked;
