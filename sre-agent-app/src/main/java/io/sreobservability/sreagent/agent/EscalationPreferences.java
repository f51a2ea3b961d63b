package io.sreobservability.sreagent.agent;

import java.util.Optional;

/** Whom a user wants to have told, and from when on. */
public record EscalationPreferences(
        Optional<String> primaryContact,
        Optional<String> secondaryContact,
        Optional<Severity> threshold,
        Optional<String> delayMinutes) {

    static EscalationPreferences of(PreferenceSettings settings) {
        return new EscalationPreferences(
                settings.text("primary_contact"),
                settings.text("secondary_contact"),
                settings.text("escalation_threshold").flatMap(Severity::of),
                settings.text("escalation_delay_minutes"));
    }
}
