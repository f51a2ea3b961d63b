/** Random programs as trees that can be written as Java and made smaller. Names classes of {@code run} in its texts. */
@NullMarked
package io.sreobservability.aspects.transparency.program;

import org.jspecify.annotations.NullMarked;
