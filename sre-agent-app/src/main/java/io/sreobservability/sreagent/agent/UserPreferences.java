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

/**
 * What a user prefers, from their memories. Where two speak of the same setting, the later one counts.
 *
 * @param memories as memory gave them; empty if it gave none
 */
public record UserPreferences(List<UserPreference> memories) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Orders them by age. */
    public UserPreferences {
        memories = memories.stream()
                .sorted(Comparator.comparing(UserPreference::timestamp))
                .toList();
    }

    /** Whom to tell, and from when on. */
    public EscalationPreferences escalation() {
        return EscalationPreferences.of(settings(PreferenceType.ESCALATION));
    }

    /** Where updates go. */
    public NotificationPreferences notification() {
        return NotificationPreferences.of(settings(PreferenceType.NOTIFICATION));
    }

    /** How investigations are run. */
    public WorkflowPreferences workflow() {
        return WorkflowPreferences.of(settings(PreferenceType.WORKFLOW));
    }

    /** How reports are written. */
    public StylePreferences style() {
        return StylePreferences.of(settings(PreferenceType.STYLE));
    }

    /** Whether the report has a part on the business, by either of the two wishes for it. */
    public boolean wantBusinessImpact() {
        return workflow().wantsBusinessImpact() || style().businessImpact();
    }

    /** All settings by type, as the model reads them. */
    JsonNode toJson() {
        Map<String, Object> byType = new LinkedHashMap<>();
        for (PreferenceType type : PreferenceType.values()) {
            Map<String, Object> values = settings(type).values();
            if (!values.isEmpty()) {
                byType.put(type.id(), values);
            }
        }
        return JSON.valueToTree(byType);
    }

    private PreferenceSettings settings(PreferenceType type) {
        Map<String, Object> values = new LinkedHashMap<>();
        memories.stream()
                .filter(memory -> memory.preferenceType() == type)
                .forEach(memory -> values.putAll(memory.preferenceValue()));
        return new PreferenceSettings(values);
    }
}
