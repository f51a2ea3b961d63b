package io.sreobservability.sreagent.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The users' preferences that come with the application; nothing is ever written. Immutable. */
public final class SeedMemoryStore implements MemoryStore {
    private static final String RESOURCE = "/memory/user-preferences.json";

    private final Map<String, List<MemoryRecord>> byNamespace;
    private final Set<String> users;

    private SeedMemoryStore(Map<String, List<MemoryRecord>> byNamespace, Set<String> users) {
        this.byNamespace = byNamespace;
        this.users = Collections.unmodifiableSet(users);
    }

    /** Reads the seed in the jar. */
    public static SeedMemoryStore load() {
        try (InputStream in = SeedMemoryStore.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("resource " + RESOURCE + " is missing");
            }
            return of(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads {@code {"users": {"<name>": [{"type", "context", "value": {…}}]}}}. */
    static SeedMemoryStore of(JsonNode seed) {
        Map<String, List<MemoryRecord>> records = new LinkedHashMap<>();
        Set<String> users = new TreeSet<>();
        for (Map.Entry<String, JsonNode> user : seed.path("users").properties()) {
            List<MemoryRecord> preferences = new ArrayList<>();
            for (JsonNode preference : user.getValue()) {
                preferences.add(new MemoryRecord(
                        preference.path("type").asText(),
                        preference.path("value").toString(),
                        preference.path("context").asText()));
            }
            users.add(user.getKey());
            records.put(MemoryStrategy.USER_PREFERENCES.namespace(user.getKey()), List.copyOf(preferences));
        }
        return new SeedMemoryStore(Map.copyOf(records), users);
    }

    @Override
    public List<MemoryRecord> find(String namespace, String query) {
        return byNamespace.getOrDefault(namespace, List.of());
    }

    @Override
    public Set<String> users() {
        return users;
    }
}
