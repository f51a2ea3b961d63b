/**
 * What the agent remembers about its users: a read-only seed of preferences behind a small read-through cache, one span
 * per lookup. Used by the agents and by the wiring in {@code cli}; uses nothing of the application.
 */
@NullMarked
package io.sreobservability.sreagent.memory;

import org.jspecify.annotations.NullMarked;
