package io.sreobservability.sreagent.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.sreagent.memory.PreferenceType;
import io.sreobservability.sreagent.memory.UserPreference;
import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user prefers, from their memories. Where two speak of the same setting, the later one counts.
 *
 * @param memories as memory gave them; empty if it gave none
 */
public record UserPreferences(List<UserPreference> memories) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nothing known. */
    static final UserPreferences NONE = new UserPreferences(List.of());

    /** Orders them by age. */
    public UserPreferences {
        memories = memories.stream()
                .sorted(Comparator.comparing(UserPreference::timestamp))
                .toList();
    }

    /** Whom to reach first; empty if unknown. */
    public Optional<String> primaryContact() {
        return text(PreferenceType.ESCALATION, "primary_contact");
    }

    /** After how many minutes without improvement. */
    public Optional<String> escalationDelayMinutes() {
        return text(PreferenceType.ESCALATION, "escalation_delay_minutes");
    }

    /** The severity that must be exceeded before somebody is woken. */
    public Optional<Severity> escalationThreshold() {
        return text(PreferenceType.ESCALATION, "escalation_threshold").flatMap(Severity::of);
    }

    /** Where updates are posted. */
    public List<String> channels() {
        return settings(PreferenceType.NOTIFICATION).get("channels") instanceof List<?> channels
                ? channels.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Whether simple plans are carried out unasked; empty if the user does not say. */
    Optional<Boolean> autoApproveSimplePlans() {
        return text(PreferenceType.WORKFLOW, "auto_approve_simple_plans").map(Boolean::valueOf);
    }

    /** Whether the user wants the short form for executives. */
    public boolean executive() {
        return text(PreferenceType.STYLE, "communication_style")
                .filter("executive"::equals)
                .isPresent();
    }

    /** All settings by type, as the model reads them. */
    JsonNode toJson() {
        Map<String, Object> byType = new LinkedHashMap<>();
        for (PreferenceType type : PreferenceType.values()) {
            Map<String, Object> settings = settings(type);
            if (!settings.isEmpty()) {
                byType.put(type.id(), settings);
            }
        }
        return JSON.valueToTree(byType);
    }

    private Optional<String> text(PreferenceType type, String setting) {
        return Optional.ofNullable(settings(type).get(setting)).map(String::valueOf);
    }

    private Map<String, Object> settings(PreferenceType type) {
        Map<String, Object> settings = new LinkedHashMap<>();
        memories.stream()
                .filter(memory -> memory.preferenceType() == type)
                .forEach(memory -> settings.putAll(memory.preferenceValue()));
        return settings;
    }
}
