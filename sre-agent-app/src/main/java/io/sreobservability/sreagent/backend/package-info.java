/**
 * The four backend servers: HTTP in front of the endpoints, with key, checks and a server span per request. Started by
 * the command {@code backend}; nothing else depends on it.
 */
@NullMarked
package io.sreobservability.sreagent.backend;

import org.jspecify.annotations.NullMarked;
