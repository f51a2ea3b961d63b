/**
 * The query API: {@code GET} requests under {@code /api} and {@code /health}, answered in JSON.
 *
 * <p>The records here are the documented shapes of the answers. Uses {@code wire.http}, the queries and the stores.
 */
@NullMarked
package io.sreobservability.local.wire.api;

import org.jspecify.annotations.NullMarked;
