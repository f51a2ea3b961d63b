package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.agent.Finding.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Severity, from what users see only: a broken database is as bad as it makes the services in front of it. Lost data and
 * attacks are the exception: they are as bad wherever a tool's answer tells of them.
 *
 * <p>Critical: nobody is answered (availability 0 % or every request an error), data is lost, security is broken. High: answers
 * take 5 s or more, half of the requests fail, or availability is 50 % or less. Medium: answers got twice as slow, 5 % fail, or
 * availability is below 99.9 %. Else Low; so is whatever names no tool, because a model's word is not enough.
 */
final class SeverityRule {
    private static final double HIGH_MILLIS = 5000;
    private static final double HIGH_ERROR_PERCENT = 50;
    private static final double MEDIUM_SLOWDOWN = 2;
    private static final double MEDIUM_ERROR_PERCENT = 5;
    private static final double HIGH_AVAILABILITY = 50;
    private static final double MEDIUM_AVAILABILITY = 99.9;

    /** How many milliseconds each unit of time has, as tools and models write it. */
    private static final Map<String, Double> MILLIS = Map.ofEntries(
            Map.entry("us", 0.001),
            Map.entry("µs", 0.001),
            Map.entry("microseconds", 0.001),
            Map.entry("ms", 1.0),
            Map.entry("msec", 1.0),
            Map.entry("milliseconds", 1.0),
            Map.entry("s", 1000.0),
            Map.entry("sec", 1000.0),
            Map.entry("seconds", 1000.0),
            Map.entry("min", 60_000.0),
            Map.entry("minutes", 60_000.0));

    private SeverityRule() {}

    /** The severity and the finding that decides it; Low without one if users see nothing. */
    record Verdict(Severity severity, Optional<Finding> because) {}

    static Verdict judge(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Verdict(of(finding), Optional.of(finding)))
                .filter(verdict -> verdict.severity() != Severity.LOW)
                .max(Comparator.comparing(Verdict::severity))
                .orElse(new Verdict(Severity.LOW, Optional.empty()));
    }

    private static Severity of(Finding finding) {
        if (finding.tool().isEmpty()) {
            return Severity.LOW;
        }
        if (harm(finding)) {
            return Severity.CRITICAL;
        }
        return finding.userFacing() ? of(finding.measure()) : Severity.LOW;
    }

    private static boolean harm(Finding finding) {
        boolean named = finding.kind() == Finding.Kind.DATA_LOSS || finding.kind() == Finding.Kind.SECURITY;
        return named && finding.problem();
    }

    private static Severity of(@Nullable Measure measure) {
        if (measure == null) {
            return Severity.LOW;
        }
        return switch (measure.type()) {
            case RESPONSE_TIME -> slowness(measure);
            case ERROR_RATE ->
                measure.last() >= 100
                        ? Severity.CRITICAL
                        : atLeast(measure.last(), HIGH_ERROR_PERCENT, MEDIUM_ERROR_PERCENT);
            case AVAILABILITY -> unavailability(measure.last());
            case OTHER -> Severity.LOW;
        };
    }

    private static Severity slowness(Measure measure) {
        Double unit = MILLIS.get(measure.unit().strip().toLowerCase(Locale.ROOT));
        if (unit == null) {
            // A number of who knows what measures nothing.
            return Severity.LOW;
        }
        if (measure.last() * unit >= HIGH_MILLIS) {
            return Severity.HIGH;
        }
        boolean slower = measure.first() > 0 && measure.last() / measure.first() >= MEDIUM_SLOWDOWN;
        return slower ? Severity.MEDIUM : Severity.LOW;
    }

    private static Severity unavailability(double percent) {
        if (percent <= 0) {
            return Severity.CRITICAL;
        }
        if (percent <= HIGH_AVAILABILITY) {
            return Severity.HIGH;
        }
        return percent < MEDIUM_AVAILABILITY ? Severity.MEDIUM : Severity.LOW;
    }

    private static Severity atLeast(double value, double high, double medium) {
        return value >= high ? Severity.HIGH : value >= medium ? Severity.MEDIUM : Severity.LOW;
    }
}
