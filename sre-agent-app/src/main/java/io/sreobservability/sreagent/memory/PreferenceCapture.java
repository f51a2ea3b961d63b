package io.sreobservability.sreagent.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads wishes from what a user wrote: "escalate to ops@company.com", "notify #team". Only the user's own words count; an
 * answer of a tool or a model must not be able to redirect alarms.
 */
public final class PreferenceCapture {
    private static final int MOST_TARGETS = 5;

    /** An address with dots on both sides of the at sign, a handle, or a channel. A sentence's full stop is not part of it. */
    private static final String TARGET =
            "(?:[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,5}"
                    + "|(?<![\\w.@])@[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?"
                    + "|(?<![\\w#])#[A-Za-z](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?)";

    private static final Pattern WISH = Pattern.compile("(?i)(?<not>\\b(?:not|never|don't|without)\\s+)?"
            + "\\b(?:escalate|contact|reach\\s+out|page|notify|alert|tell|inform|send|post)\\b"
            + "(?:\\s+[\\w'’-]{1,30},?){0,6}?\\s+"
            + "(?<targets>" + TARGET + "(?:(?:\\s*,\\s*|\\s+)(?:and\\s+|or\\s+)?" + TARGET + "){0,4})");

    private static final Pattern ONE = Pattern.compile(TARGET);

    private PreferenceCapture() {}

    /**
     * The preferences a text states.
     *
     * @param userId whose text it is
     * @param text what the user wrote
     * @param now when
     * @return at most one of each type: whom to reach, where to post
     */
    public static List<UserPreference> from(String userId, String text, Instant now) {
        List<String> contacts = new ArrayList<>();
        List<String> channels = new ArrayList<>();
        Matcher wishes = WISH.matcher(text);
        while (wishes.find()) {
            if (wishes.group("not") == null) {
                Matcher targets = ONE.matcher(wishes.group("targets"));
                while (targets.find()) {
                    String target = targets.group();
                    addOnce(target.startsWith("#") ? channels : contacts, target);
                }
            }
        }
        List<UserPreference> preferences = new ArrayList<>();
        if (!contacts.isEmpty()) {
            preferences.add(preference(userId, PreferenceType.ESCALATION, contactSettings(contacts), now));
        }
        if (!channels.isEmpty()) {
            preferences.add(preference(userId, PreferenceType.NOTIFICATION, Map.of("channels", channels), now));
        }
        return List.copyOf(preferences);
    }

    private static void addOnce(List<String> targets, String target) {
        if (!targets.contains(target) && targets.size() < MOST_TARGETS) {
            targets.add(target);
        }
    }

    private static Map<String, Object> contactSettings(List<String> contacts) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("primary_contact", contacts.get(0));
        if (contacts.size() > 1) {
            settings.put("secondary_contact", contacts.get(1));
        }
        return settings;
    }

    private static UserPreference preference(
            String userId, PreferenceType type, Map<String, Object> settings, Instant now) {
        return new UserPreference(userId, type, settings, "said in a query", now);
    }
}
