/**
 * One investigation's trace as text: fetched from where it was delivered, drawn as a waterfall and explained by its
 * critical path and its slowest agent.
 *
 * <p>{@link io.sreobservability.sreagent.trace.TraceView} is the door for the command line and {@link
 * io.sreobservability.sreagent.trace.TraceAnswers} the one for the demo; everything else serves them.
 * The package talks to the stand-in over HTTP alone and uses no other package of the assistant.
 */
@NullMarked
package io.sreobservability.sreagent.trace;

import org.jspecify.annotations.NullMarked;
