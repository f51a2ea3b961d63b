package io.sreobservability.sreagent.memory;

import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;

/**
 * How a user wants to be served.
 *
 * @param userId whose preference it is
 * @param preferenceType what it is about
 * @param preferenceValue settings by name: texts, numbers, booleans and lists of them
 * @param context where it applies
 * @param timestamp when it was learnt
 */
public record UserPreference(
        String userId,
        PreferenceType preferenceType,
        Map<String, Object> preferenceValue,
        String context,
        Instant timestamp)
        implements Memory {
    private static final long serialVersionUID = 1L;

    /** Copies the settings, in their order. */
    public UserPreference {
        preferenceValue = Settings.copy(preferenceValue);
    }

    @Override
    public MemoryStrategy strategy() {
        return MemoryStrategy.USER_PREFERENCES;
    }

    @Override
    public String kind() {
        return preferenceType.id();
    }

    /** The settings it names: a changed mind replaces what it is about, and nothing else. */
    @Override
    public String identity() {
        return kind() + new TreeSet<>(preferenceValue.keySet());
    }

    @Override
    public String headline() {
        return Settings.line(preferenceValue);
    }

    @Override
    public String searchText() {
        return kind() + " " + context + " " + headline();
    }
}
