package io.sreobservability.sreagent.memory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an investigation was left. */
public enum ResolutionStatus {
    /** Nothing is left to do. */
    COMPLETED,
    /** The problem was still there. */
    ONGOING,
    /** It was handed to people. */
    ESCALATED;

    /** The name in JSON. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
