package io.sreobservability.testing.contract;

import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.SpanName;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The end of a message about a name that nobody knows. */
public final class Suggestion {
    private Suggestion() {}

    /** One more sentence with the known name that was probably meant, of any spelling; empty if none is near. */
    public static String instead(String wanted, Collection<String> known) {
        Map<String, String> bySpelling = new TreeMap<>();
        known.stream()
                .filter(name -> !name.equals(wanted))
                .forEach(name -> bySpelling.putIfAbsent(SpanName.corrected(name).orElse(name), name));
        return NearestName.of(wanted, bySpelling.keySet())
                .map(nearest -> " Did you mean `" + bySpelling.get(nearest) + "`?")
                .orElse("");
    }
}
