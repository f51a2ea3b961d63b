/**
 * The memory store of this machine: a SQLite file in a configured folder, searched by vectors of an
 * {@link io.sreobservability.sreagent.memory.local.Embedder}. Used by the wiring in {@code cli}; nothing else knows which
 * store it talks to.
 */
@NullMarked
package io.sreobservability.sreagent.memory.local;

import org.jspecify.annotations.NullMarked;
