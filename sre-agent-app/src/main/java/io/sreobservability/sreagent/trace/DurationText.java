package io.sreobservability.sreagent.trace;

import java.util.Locale;

/** Durations as people read them: a few digits and a unit, at most eight characters. */
final class DurationText {
    private DurationText() {}

    static String of(long nanos) {
        if (nanos >= 86_400_000_000_000L) {
            return String.format(Locale.ROOT, "%.0f d", nanos / 86_400e9);
        }
        if (nanos >= 999_500_000_000L) {
            return String.format(Locale.ROOT, "%.0f s", nanos / 1e9);
        }
        if (nanos >= 999_500_000L) {
            return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
        }
        if (nanos >= 9_950_000L) {
            return String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
        }
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    /** The share of {@code part} in {@code whole}, as whole percent; "0 %" of nothing. */
    static String percent(long part, long whole) {
        return (whole <= 0 ? 0 : Math.round(100.0 * part / whole)) + " %";
    }
}
