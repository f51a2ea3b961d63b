/**
 * The checks, one validator per concern. A validator reports to the findings whatever is wrong in its concern and goes on;
 * a method without findings becomes a plan. Start at {@link io.sreobservability.processor.validate.SpanValidator}.
 */
@NullMarked
package io.sreobservability.processor.validate;

import org.jspecify.annotations.NullMarked;
