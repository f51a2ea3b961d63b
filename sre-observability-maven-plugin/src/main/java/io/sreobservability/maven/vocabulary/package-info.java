/**
 * Every name that the contracts of a build emit, asked for by the checks: is it known, and if not, what was meant? Knows
 * contracts, and the fixed part of the span log; knows no dashboard.
 */
@NullMarked
package io.sreobservability.maven.vocabulary;

import org.jspecify.annotations.NullMarked;
