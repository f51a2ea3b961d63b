/**
 * The proof that what is annotated is woven: reads class files and the contract that the annotation processor left beside
 * them, and reports every method whose span would silently be missing. Knows class files and contracts, not Maven; only
 * the goals above use it.
 */
@NullMarked
package io.sreobservability.maven.proof;

import org.jspecify.annotations.NullMarked;
