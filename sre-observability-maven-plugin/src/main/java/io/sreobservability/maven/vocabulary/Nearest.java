package io.sreobservability.maven.vocabulary;

import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.SpanName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The known name that was probably meant, for names of any spelling: {@code ToolExecution}, {@code SREAgent/Production}. */
public final class Nearest {
    private Nearest() {}

    /** The known name nearest to {@code wanted}; it is never {@code wanted} itself. */
    public static Optional<String> of(String wanted, Collection<String> known) {
        Map<String, String> bySpelling = new TreeMap<>();
        known.stream()
                .filter(name -> !name.equals(wanted))
                .forEach(name -> bySpelling.putIfAbsent(SpanName.corrected(name).orElse(name), name));
        return NearestName.of(wanted, bySpelling.keySet()).map(bySpelling::get);
    }
}
