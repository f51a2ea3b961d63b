/**
 * What the console's pages say about traces: the tree of spans, the critical path, the slowest agent, where errors began,
 * what two traces differ in.
 *
 * <p>Pure functions of the records in {@link io.sreobservability.local.store}; knows nothing of HTTP or pages.
 */
@NullMarked
package io.sreobservability.local.console.trace;

import org.jspecify.annotations.NullMarked;
