/**
 * The program behind {@code scripts/benchmarks/whole_system.sh}: the SRE agent's first scenario again and again in one
 * process. It uses the agent's public classes alone and is run with them woven and not woven. Nothing uses it.
 */
@NullMarked
package io.sreobservability.benchmarks.system;

import org.jspecify.annotations.NullMarked;
