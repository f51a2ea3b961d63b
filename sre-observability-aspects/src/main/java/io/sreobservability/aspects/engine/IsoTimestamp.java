package io.sreobservability.aspects.engine;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Writes moments as {@code 2026-11-22T17:46:38.123Z}: ISO 8601, UTC, milliseconds. One instance per thread; it keeps the
 * date, which seldom changes, and so costs one string per call. Not thread-safe.
 */
final class IsoTimestamp {
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private final byte[] text = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.ISO_8859_1);
    private long day = Long.MIN_VALUE;

    /** Formats a moment given in nanoseconds since 1970-01-01T00:00Z. */
    String format(long epochNanos) {
        long epochMillis = Math.floorDiv(epochNanos, 1_000_000L);
        long newDay = Math.floorDiv(epochMillis, MILLIS_PER_DAY);
        if (newDay != day) {
            LocalDate date = LocalDate.ofEpochDay(newDay);
            digits(0, 4, date.getYear());
            digits(5, 2, date.getMonthValue());
            digits(8, 2, date.getDayOfMonth());
            day = newDay;
        }
        int millis = (int) Math.floorMod(epochMillis, MILLIS_PER_DAY);
        digits(11, 2, millis / 3_600_000);
        digits(14, 2, millis / 60_000 % 60);
        digits(17, 2, millis / 1_000 % 60);
        digits(20, 3, millis % 1_000);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private void digits(int from, int count, int value) {
        int rest = value;
        for (int i = from + count - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
