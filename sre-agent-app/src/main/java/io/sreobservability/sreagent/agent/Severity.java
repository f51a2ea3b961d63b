package io.sreobservability.sreagent.agent;

import java.util.Locale;
import java.util.Optional;

/** How bad it is for users; higher constants are worse. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The word in reports and preferences: {@code High}. */
    public String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    static Optional<Severity> of(String word) {
        for (Severity severity : values()) {
            if (severity.name().equalsIgnoreCase(word)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
