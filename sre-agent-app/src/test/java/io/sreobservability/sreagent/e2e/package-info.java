/**
 * The whole system as an evaluator runs it: real processes, real sockets, woven classes, the stand-in that receives it all.
 */
@NullMarked
package io.sreobservability.sreagent.e2e;

import org.jspecify.annotations.NullMarked;
