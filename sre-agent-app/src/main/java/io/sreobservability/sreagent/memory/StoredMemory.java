package io.sreobservability.sreagent.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A memory as a store keeps it.
 *
 * @param id of the store
 * @param namespace the path it is kept under
 * @param content a text, of our own making a JSON object
 * @param storedAt when it was last stored
 * @param expiresAt when it is forgotten; {@code null} for never
 * @param score how well it fits what was looked for, 1 for exactly; 0 if nothing was
 */
public record StoredMemory(
        String id,
        String namespace,
        String content,
        Instant storedAt,
        @Nullable Instant expiresAt,
        double score) {}
