package io.sreobservability.sreagent.memory;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a user asked for beside the answer.
 *
 * @param contacts whom to reach, the first one first
 * @param channels where to post
 */
public record Wishes(List<String> contacts, List<String> channels) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Nothing was asked for. */
    public static final Wishes NONE = new Wishes(List.of(), List.of());

    /** Copies the lists. */
    public Wishes {
        contacts = List.copyOf(contacts);
        channels = List.copyOf(channels);
    }

    /** Whether nothing was asked for. */
    public boolean isEmpty() {
        return contacts.isEmpty() && channels.isEmpty();
    }

    /** What is noted of them, for people: {@code contact = ops@company.com, channels = #sre #exec}. */
    public String inWords() {
        List<String> words = new ArrayList<>();
        contactSettings()
                .forEach((setting, contact) ->
                        words.add(setting.replace("primary_", "").replace('_', ' ') + " = " + contact));
        if (!channels.isEmpty()) {
            words.add("channels = " + String.join(" ", channels));
        }
        return String.join(", ", words);
    }

    /** As memories of a user; at most one of each type. */
    public List<UserPreference> asPreferences(String userId, Instant now) {
        List<UserPreference> preferences = new ArrayList<>();
        if (!contacts.isEmpty()) {
            preferences.add(preference(userId, PreferenceType.ESCALATION, contactSettings(), now));
        }
        if (!channels.isEmpty()) {
            preferences.add(preference(userId, PreferenceType.NOTIFICATION, Map.of("channels", channels), now));
        }
        return List.copyOf(preferences);
    }

    private Map<String, Object> contactSettings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        contacts.stream().findFirst().ifPresent(contact -> settings.put("primary_contact", contact));
        contacts.stream().skip(1).findFirst().ifPresent(contact -> settings.put("secondary_contact", contact));
        return settings;
    }

    private static UserPreference preference(
            String userId, PreferenceType type, Map<String, Object> settings, Instant now) {
        return new UserPreference(userId, type, settings, "said in a query", now);
    }
}
