package io.sreobservability.registry.model;

import java.util.Optional;

/**
 * Why something should not be used any more.
 *
 * @param reason what became of it
 * @param renamedTo the name to use instead; there if and only if the reason is {@link Reason#RENAMED}
 * @param note more for people, or empty
 */
public record Deprecation(Reason reason, Optional<String> renamedTo, String note) {
    /** What became of it, in OpenTelemetry's words. */
    public enum Reason {
        /** The same thing has another name now. */
        RENAMED,
        /** Nothing stands in its place. */
        OBSOLETED,
        /** Anything else; the note tells. */
        UNCATEGORIZED
    }
}
