/**
 * The table of everything that the build proofs can complain about, and how a complaint is written. Depends on nothing of
 * this plugin; every proof below the goals uses it.
 */
@NullMarked
package io.sreobservability.maven.diagnostic;

import org.jspecify.annotations.NullMarked;
