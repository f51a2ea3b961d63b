package io.sreobservability.registry.contract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Ids of groups, each used once. */
final class GroupIds {
    private final Set<String> used = new HashSet<>();

    /** An id of words joined by dots that is near to the text. */
    String unique(String text) {
        String id = text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._]+", "_")
                .replaceAll("_*\\._*", ".")
                .replaceAll("[._]+$", "");
        String unique = id;
        for (int number = 2; !used.add(unique); number++) {
            unique = id + "_" + number;
        }
        return unique;
    }
}
