/** Failure messages: what was recorded and what is wrong with it, in words. Used by the public package alone. */
@NullMarked
package io.sreobservability.testing.report;

import org.jspecify.annotations.NullMarked;
