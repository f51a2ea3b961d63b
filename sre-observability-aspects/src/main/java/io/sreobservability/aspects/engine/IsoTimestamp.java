package io.sreobservability.aspects.engine;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes moments as {@code 2026-11-22T17:46:38.123Z}: ISO 8601, UTC, milliseconds. One instance per thread; it keeps the
 * second, which seldom changes, and so costs one string per call. Not thread-safe.
 */
final class IsoTimestamp {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final byte[] text = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.ISO_8859_1);
    private long second = Long.MIN_VALUE;

    /** Formats a moment given in nanoseconds since 1970-01-01T00:00Z. */
    String format(long epochNanos) {
        long newSecond = Math.floorDiv(epochNanos, NANOS_PER_SECOND);
        if (newSecond != second) {
            second = Long.MIN_VALUE; // half a second that breaks off is written again
            writeSecond(newSecond);
            second = newSecond;
        }
        digits(20, 3, (int) (Math.floorMod(epochNanos, NANOS_PER_SECOND) / 1_000_000));
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private void writeSecond(long epochSecond) {
        LocalDateTime moment = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
        digits(0, 4, moment.getYear());
        digits(5, 2, moment.getMonthValue());
        digits(8, 2, moment.getDayOfMonth());
        digits(11, 2, moment.getHour());
        digits(14, 2, moment.getMinute());
        digits(17, 2, moment.getSecond());
    }

    private void digits(int from, int count, int value) {
        int rest = value;
        for (int i = from + count - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
