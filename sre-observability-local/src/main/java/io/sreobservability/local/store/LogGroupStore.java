package io.sreobservability.local.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The log groups that were created, and the streams in them. What is written to them is in the {@link LogStore}. */
public final class LogGroupStore {
    /** Groups, and streams of one group. */
    private static final int MAXIMUM = 1_000;

    private final Map<String, Set<String>> streams = new HashMap<>();

    /** Adds a group. Returns false, and adds nothing, if it exists already or there is no room. */
    public synchronized boolean addGroup(String group) {
        return streams.size() < MAXIMUM && streams.putIfAbsent(group, new HashSet<>()) == null;
    }

    /** Adds a stream. Returns false, and adds nothing, if it exists already, its group does not, or there is no room. */
    public synchronized boolean addStream(String group, String stream) {
        Set<String> ofGroup = streams.get(group);
        return ofGroup != null && ofGroup.size() < MAXIMUM && ofGroup.add(stream);
    }

    /** All groups. */
    public synchronized Set<String> names() {
        return Set.copyOf(streams.keySet());
    }

    public synchronized boolean hasGroup(String group) {
        return streams.containsKey(group);
    }

    public synchronized boolean hasStream(String group, String stream) {
        return streams.getOrDefault(group, Set.of()).contains(stream);
    }
}
