/**
 * The command behind {@code scripts/benchmarks/span_cost.sh}: runs the benchmarks of {@code span}, holds the results
 * against the bars, and prints ratios before figures. Nothing uses it.
 */
@NullMarked
package io.sreobservability.benchmarks.report;

import org.jspecify.annotations.NullMarked;
