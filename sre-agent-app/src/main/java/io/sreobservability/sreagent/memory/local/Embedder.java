package io.sreobservability.sreagent.memory.local;

/**
 * Turns a text into a vector, so that texts of similar meaning lie close to each other. The same text always gets the
 * same vector. Safe for use by several threads.
 */
public interface Embedder {
    /** Names the vectors' kind: those of different kinds cannot be compared. Kept beside each stored vector. */
    String name();

    /** The vector of a text, of length 1; all zeros for a text without words. */
    float[] embed(String text);
}
