package io.sreobservability.registry.name;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the known name that was probably meant. A suggestion must be right more often than wrong, so only three kinds
 * of mistake are repaired: another spelling of the same words, a missing or wrong namespace, and a few mistyped letters.
 */
public final class NearestName {
    private NearestName() {}

    /** The known name nearest to {@code wanted}, or empty if none is near. The order of {@code known} does not matter. */
    public static Optional<String> of(String wanted, Collection<String> known) {
        String corrected = SpanName.corrected(wanted).orElse(wanted);
        if (known.contains(corrected)) {
            return Optional.of(corrected);
        }
        return byFamily(corrected, known)
                .or(() -> byDistance(corrected, known))
                .or(() -> byFamily(lastSegments(corrected), known));
    }

    /** {@code user_id} names {@code sre.user_id}: the right last part under the wrong or without a namespace. */
    private static Optional<String> byFamily(String wanted, Collection<String> known) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        String suffix = "." + wanted;
        String flat = wanted.replace('.', '_');
        return known.stream()
                .filter(name -> name.endsWith(suffix) || name.replace('.', '_').equals(flat))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private static String lastSegments(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private static Optional<String> byDistance(String wanted, Collection<String> known) {
        int limit = Math.max(1, wanted.length() / 4);
        return known.stream()
                .filter(name -> distance(wanted, name) <= limit)
                .min(Comparator.<String>comparingInt(name -> distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours, each counted once. */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], last[j]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
