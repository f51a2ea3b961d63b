package io.sreobservability.sreagent.memory;

import io.sreobservability.sreagent.text.Cut;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The free part of a memory: values by name. */
final class Settings {
    private static final int MAX_TEXT = 500;

    private Settings() {}

    /** A copy in the same order, its texts cut: what goes into memory came over the network. */
    static Map<String, Object> copy(Map<String, Object> settings) {
        Map<String, Object> copy = new LinkedHashMap<>(settings);
        copy.replaceAll((name, value) -> value instanceof String text ? Cut.to(MAX_TEXT, text) : value);
        return Collections.unmodifiableMap(copy);
    }

    static String line(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
    }
}
