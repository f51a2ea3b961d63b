package io.sreobservability.sreagent.memory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of thing is known about a service. */
public enum KnowledgeType {
    /** What it needs. */
    DEPENDENCY,
    /** What tends to happen to it. */
    PATTERN,
    /** How it is set up. */
    CONFIG,
    /** What is normal for it. */
    BASELINE;

    /** The name in JSON. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
