/**
 * What the agent remembers: preferences of users, knowledge of the infrastructure, summaries of investigations. Each is
 * looked up and stored through {@link io.sreobservability.sreagent.memory.MemoryClient}, one span per operation, behind
 * which any {@link io.sreobservability.sreagent.memory.MemoryStore} may stand. Used by the agents and by the wiring in
 * {@code cli}; uses {@code remote} where memory is a service.
 */
@NullMarked
package io.sreobservability.sreagent.memory;

import org.jspecify.annotations.NullMarked;
