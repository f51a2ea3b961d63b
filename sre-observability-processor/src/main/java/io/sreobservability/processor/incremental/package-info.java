/**
 * What earlier compilations left in the output folders. A compilation may see only the sources that were touched, so what
 * is there belongs to classes that still exist, or must go. Used by the session alone.
 */
@NullMarked
package io.sreobservability.processor.incremental;

import org.jspecify.annotations.NullMarked;
