package io.sreobservability.sreagent.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as the reader reads them.
 *
 * @param zone the reader's
 * @param asked when the investigation was asked for: times of the same day need no date
 */
record Times(ZoneId zone, Instant asked) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** A time with its zone; what else looks like one is left alone. */
    private static final Pattern ISO =
            Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:\\d\\d)");

    /** Day, hour and minute. */
    String minute(Instant time) {
        return MINUTE.format(time.atZone(zone));
    }

    /** The zone's name, as the user wrote it. */
    String zoneName() {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }

    /** The line with its times in the reader's zone. What is quoted stays word for word. */
    String in(String line) {
        int from = line.indexOf('"');
        int to = line.lastIndexOf('"');
        return from < 0
                ? local(line)
                : local(line.substring(0, from)) + line.substring(from, to) + local(line.substring(to));
    }

    private String local(String text) {
        return ISO.matcher(text).replaceAll(time -> Matcher.quoteReplacement(local(time)));
    }

    private String local(java.util.regex.MatchResult time) {
        try {
            Instant instant = OffsetDateTime.parse(time.group()).toInstant();
            boolean today =
                    instant.atZone(zone).toLocalDate().equals(asked.atZone(zone).toLocalDate());
            return today ? CLOCK.format(instant.atZone(zone)) : minute(instant);
        } catch (DateTimeException e) {
            return time.group();
        }
    }
}
