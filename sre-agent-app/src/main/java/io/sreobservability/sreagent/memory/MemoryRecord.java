package io.sreobservability.sreagent.memory;

import java.io.Serializable;

/**
 * One remembered thing.
 *
 * @param type its kind within the strategy, for preferences {@code escalation}, {@code notification}, {@code workflow}
 *     or {@code style}
 * @param content a JSON object
 * @param context one sentence on where it applies
 */
public record MemoryRecord(String type, String content, String context) implements Serializable {}
