/**
 * The JMH benchmarks of one span, one class per form of {@code calls}. They run by command only
 * ({@code scripts/benchmarks/span_cost.sh}). Uses {@code calls}; used by {@code report}.
 */
@NullMarked
package io.sreobservability.benchmarks.span;

import org.jspecify.annotations.NullMarked;
