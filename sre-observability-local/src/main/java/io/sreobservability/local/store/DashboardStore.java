package io.sreobservability.local.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Dashboards by name. */
public final class DashboardStore {
    private final SortedMap<String, Dashboard> byName = new TreeMap<>();
    private final int maximum;

    DashboardStore(int maximum) {
        this.maximum = maximum;
    }

    /** Saves a dashboard, in place of one with the same name. Returns false, and saves nothing, if there is no room. */
    public synchronized boolean put(Dashboard dashboard) {
        if (byName.size() >= maximum && !byName.containsKey(dashboard.name())) {
            return false;
        }
        byName.put(dashboard.name(), dashboard);
        return true;
    }

    public synchronized Optional<Dashboard> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All dashboards by name. */
    public synchronized List<Dashboard> all() {
        return List.copyOf(byName.values());
    }

    /** Deletes all of {@code names}, or none if one of them does not exist; returns whether it deleted them. */
    public synchronized boolean delete(Set<String> names) {
        return byName.keySet().containsAll(names) && byName.keySet().removeAll(names);
    }
}
