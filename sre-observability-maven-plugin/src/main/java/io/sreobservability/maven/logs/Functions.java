package io.sreobservability.maven.logs;

import io.sreobservability.registry.name.NearestName;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The functions of the language, in lower case, since it reads them in any case. Source: "Supported operations and
 * functions" and "stats" of the CloudWatch Logs user guide.
 */
final class Functions {
    /** What they answer tells nothing of the text that they were given: a number, or yes and no. */
    private static final Set<String> MEASURES = Set.of(
            "count",
            "count_distinct",
            "isblank",
            "isempty",
            "isipinsubnet",
            "isipv4insubnet",
            "isipv6insubnet",
            "ispresent",
            "isvalidip",
            "isvalidipv4",
            "isvalidipv6",
            "strcontains",
            "strlen");

    private static final Set<String> OTHERS = Set.of(
            "abs",
            "avg",
            "bin",
            "ceil",
            "coalesce",
            "concat",
            "dateceil",
            "datefloor",
            "earliest",
            "floor",
            "frommillis",
            "greatest",
            "jsonparse",
            "jsonstringify",
            "latest",
            "least",
            "log",
            "ltrim",
            "max",
            "min",
            "now",
            "pct",
            "replace",
            "rtrim",
            "sortsfirst",
            "sortslast",
            "sqrt",
            "stddev",
            "substr",
            "sum",
            "tolower",
            "tomillis",
            "toupper",
            "trim");

    private Functions() {}

    static boolean exists(String function) {
        return MEASURES.contains(function) || OTHERS.contains(function);
    }

    /** Whether the result is no text made of the arguments. */
    static boolean measures(String function) {
        return MEASURES.contains(function);
    }

    /** The function that was probably meant. */
    static Optional<String> nearest(String wanted) {
        Set<String> known = new TreeSet<>(MEASURES);
        known.addAll(OTHERS);
        return NearestName.of(wanted, known);
    }
}
