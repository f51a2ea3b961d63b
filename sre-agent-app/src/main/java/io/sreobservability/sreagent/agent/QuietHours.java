package io.sreobservability.sreagent.agent;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * When nobody is to be disturbed, in the user's own time; may go over midnight.
 *
 * @param from the first quiet minute
 * @param to the first minute after them
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** Reads {@code 22:00-08:00}; empty if it is anything else. */
    static Optional<QuietHours> parse(String text) {
        String[] ends = text.split("[-–]", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QuietHours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether a time is one of them. */
    public boolean cover(LocalTime time) {
        boolean afterStart = !time.isBefore(from);
        boolean beforeEnd = time.isBefore(to);
        return from.isAfter(to) ? afterStart || beforeEnd : afterStart && beforeEnd;
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
