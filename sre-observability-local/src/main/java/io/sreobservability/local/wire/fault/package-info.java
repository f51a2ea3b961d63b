/**
 * Faults on demand: a bad day of the service, or of the network before it, to be rehearsed.
 *
 * <p>{@code Faults} holds what is planned, {@code FaultyService} lets it happen, {@code FaultSpec} is how users write it, at the
 * start or to {@code FaultsApi}. Uses {@code wire.http}; the server uses it.
 */
@NullMarked
package io.sreobservability.local.wire.fault;

import org.jspecify.annotations.NullMarked;
