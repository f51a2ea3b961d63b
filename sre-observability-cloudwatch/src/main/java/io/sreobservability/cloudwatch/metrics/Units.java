package io.sreobservability.cloudwatch.metrics;

import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/**
 * OpenTelemetry writes units in UCUM ({@code ms}, {@code By}, {@code {call}}); CloudWatch knows 27 fixed names.
 *
 * <p>A unit that CloudWatch lacks becomes {@code None}: numbers are never scaled on the way, because a dashboard must
 * show what the program measured.
 */
final class Units {

    private static final Map<String, StandardUnit> KNOWN = Map.ofEntries(
            Map.entry("s", StandardUnit.SECONDS),
            Map.entry("ms", StandardUnit.MILLISECONDS),
            Map.entry("us", StandardUnit.MICROSECONDS),
            Map.entry("By", StandardUnit.BYTES),
            Map.entry("kBy", StandardUnit.KILOBYTES),
            Map.entry("MBy", StandardUnit.MEGABYTES),
            Map.entry("GBy", StandardUnit.GIGABYTES),
            Map.entry("TBy", StandardUnit.TERABYTES),
            Map.entry("bit", StandardUnit.BITS),
            Map.entry("kbit", StandardUnit.KILOBITS),
            Map.entry("Mbit", StandardUnit.MEGABITS),
            Map.entry("Gbit", StandardUnit.GIGABITS),
            Map.entry("Tbit", StandardUnit.TERABITS),
            Map.entry("%", StandardUnit.PERCENT),
            Map.entry("By/s", StandardUnit.BYTES_SECOND),
            Map.entry("kBy/s", StandardUnit.KILOBYTES_SECOND),
            Map.entry("MBy/s", StandardUnit.MEGABYTES_SECOND),
            Map.entry("GBy/s", StandardUnit.GIGABYTES_SECOND),
            Map.entry("TBy/s", StandardUnit.TERABYTES_SECOND),
            Map.entry("bit/s", StandardUnit.BITS_SECOND),
            Map.entry("kbit/s", StandardUnit.KILOBITS_SECOND),
            Map.entry("Mbit/s", StandardUnit.MEGABITS_SECOND),
            Map.entry("Gbit/s", StandardUnit.GIGABITS_SECOND),
            Map.entry("Tbit/s", StandardUnit.TERABITS_SECOND));

    private Units() {}

    static StandardUnit of(String ucum) {
        if (ucum.startsWith("{") && ucum.endsWith("}")) {
            return StandardUnit.COUNT; // "{call}": so many of a thing
        }
        if (ucum.startsWith("{") && ucum.endsWith("}/s")) {
            return StandardUnit.COUNT_SECOND;
        }
        return KNOWN.getOrDefault(ucum, StandardUnit.NONE);
    }
}
