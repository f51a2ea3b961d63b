package io.sreobservability.sreagent.memory;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The users' preferences that come with the application: what a new store begins with. Immutable. */
public final class Seed {
    private static final String RESOURCE = "/memory/user-preferences.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, List<UserPreference>> preferences;

    private Seed(SortedMap<String, List<UserPreference>> preferences) {
        this.preferences = Collections.unmodifiableSortedMap(preferences);
    }

    /** Reads the file in the jar; the preferences get the date that it was written. */
    public static Seed standard() {
        try (InputStream in = Seed.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("resource " + RESOURCE + " is missing");
            }
            return of(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Seed of(JsonNode file) {
        Instant written = Instant.parse(file.path("config").path("last_updated").asText());
        SortedMap<String, List<UserPreference>> all = new TreeMap<>();
        for (Map.Entry<String, JsonNode> user : file.path("users").properties()) {
            List<UserPreference> own = new ArrayList<>();
            user.getValue().path("preferences").forEach(node -> own.add(preference(user.getKey(), node, written)));
            all.put(user.getKey(), List.copyOf(own));
        }
        return new Seed(all);
    }

    private static UserPreference preference(String user, JsonNode node, Instant written) {
        Map<String, Object> value = JSON.convertValue(node.path("preference_value"), new TypeReference<>() {});
        return new UserPreference(
                user,
                JSON.convertValue(node.path("preference_type"), PreferenceType.class),
                value,
                node.path("context").asText(),
                written);
    }

    /** Whom it knows, in alphabetical order. */
    public SortedSet<String> users() {
        return new TreeSet<>(preferences.keySet());
    }

    /** What a user prefers; empty for one it does not know. */
    public List<UserPreference> preferencesOf(String user) {
        return preferences.getOrDefault(user, List.of());
    }
}
