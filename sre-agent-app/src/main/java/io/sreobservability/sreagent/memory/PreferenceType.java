package io.sreobservability.sreagent.memory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a preference is about. */
public enum PreferenceType {
    /** Whom to reach, and when. */
    ESCALATION,
    /** Where updates go. */
    NOTIFICATION,
    /** How investigations are run. */
    WORKFLOW,
    /** How reports are written. */
    STYLE;

    /** The name in JSON. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
