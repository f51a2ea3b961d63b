package io.sreobservability.local.console.trace;

import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a search looks at in a trace, each text once: many spans have few names.
 *
 * @param names of all spans
 * @param failures {@code error.type}, status message and name of the spans that failed
 */
public record SearchTexts(Set<String> names, Set<String> failures) {
    public SearchTexts {
        names = Set.copyOf(names);
        failures = Set.copyOf(failures);
    }

    /** The texts of these spans. */
    public static SearchTexts of(List<SpanRecord> spans) {
        Set<String> names = new HashSet<>();
        Set<String> failures = new HashSet<>();
        for (SpanRecord span : spans) {
            names.add(span.name());
            if (span.status() == SpanStatus.ERROR) {
                failures.add(span.name());
                failures.add(span.statusMessage());
                String type = span.attributes().text("error.type");
                if (type != null) {
                    failures.add(type);
                }
            }
        }
        return new SearchTexts(names, failures);
    }
}
