package io.sreobservability.local.query.insights.expression;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions on times. Spans of time are milliseconds; the grammar says where they may stand. */
final class TimeFunctions {
    private static final String TIMESTAMP = "@timestamp";
    private static final double MOST_MILLIS = 253_402_300_799_999.0; // The year 9999.

    private TimeFunctions() {}

    static void addTo(Map<String, Functions.Function> all) {
        all.put(
                "bin",
                Functions.of(1, 1, arguments -> floor(arguments.row().get(TIMESTAMP), arguments.number(0), false)));
        all.put("datefloor", Functions.of(2, 2, arguments -> floor(arguments.get(0), arguments.number(1), false)));
        all.put("dateceil", Functions.of(2, 2, arguments -> floor(arguments.get(0), arguments.number(1), true)));
        all.put("frommillis", Functions.of(1, 1, arguments -> time(arguments.number(0))));
        all.put("tomillis", Functions.of(1, 1, arguments -> arguments.number(0)));
    }

    private static @Nullable Object floor(@Nullable Object value, @Nullable Number period, boolean up) {
        Number millis = Values.number(value);
        if (millis == null || period == null || period.longValue() <= 0) {
            return null;
        }
        long step = period.longValue();
        long floor = Math.floorDiv(millis.longValue(), step) * step;
        return time(up && floor < millis.longValue() ? floor + step : floor);
    }

    private static @Nullable Object time(@Nullable Number millis) {
        return millis == null || Math.abs(millis.doubleValue()) > MOST_MILLIS
                ? null
                : Instant.ofEpochMilli(millis.longValue());
    }
}
