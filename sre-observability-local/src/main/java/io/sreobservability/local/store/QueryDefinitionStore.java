package io.sreobservability.local.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Saved Logs Insights queries by id. */
public final class QueryDefinitionStore {
    private final Map<String, QueryDefinition> byId = new LinkedHashMap<>();
    private final int maximum;

    QueryDefinitionStore(int maximum) {
        this.maximum = maximum;
    }

    /** Saves a new query. Returns false, and saves nothing, if there is no room. */
    public synchronized boolean add(QueryDefinition definition) {
        if (byId.size() >= maximum) {
            return false;
        }
        byId.put(definition.id(), definition);
        return true;
    }

    /** Replaces the query with the same id. Returns false, and saves nothing, if there is none. */
    public synchronized boolean replace(QueryDefinition definition) {
        return byId.replace(definition.id(), definition) != null;
    }

    /** Removes the query with this id. Returns false if there is none. */
    public synchronized boolean remove(String id) {
        return byId.remove(id) != null;
    }

    /** All queries by name, then by id. */
    public synchronized List<QueryDefinition> all() {
        List<QueryDefinition> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparing(QueryDefinition::name).thenComparing(QueryDefinition::id));
        return List.copyOf(all);
    }
}
