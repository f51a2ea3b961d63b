/**
 * What the processor says to the user: one table of messages, and one reporter through which everything goes. Depends on
 * nothing else in the processor.
 */
@NullMarked
package io.sreobservability.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
