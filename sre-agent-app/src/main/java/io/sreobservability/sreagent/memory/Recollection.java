package io.sreobservability.sreagent.memory;

/**
 * A memory that was looked for and found.
 *
 * @param memory the memory
 * @param score how well it fits what it was looked for, 1 for exactly
 */
public record Recollection(Memory memory, double score) {}
