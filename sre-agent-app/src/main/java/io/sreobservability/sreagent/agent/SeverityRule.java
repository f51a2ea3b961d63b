package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.agent.Finding.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Severity, from what users see only: a broken database is as bad as it makes the services in front of it. Lost data and
 * attacks are the exception: they are as bad wherever a tool's answer tells of them.
 *
 * <p>Critical: nobody is answered (availability 0 % or every request an error), data is lost, security is broken. High: answers take 5 s or more, or half
 * of the requests fail. Medium: answers got twice as slow, 5 % fail, or availability is below 99.9 %. Else Low.
 */
final class SeverityRule {
    private static final double HIGH_MILLIS = 5000;
    private static final double HIGH_ERROR_PERCENT = 50;
    private static final double MEDIUM_SLOWDOWN = 2;
    private static final double MEDIUM_ERROR_PERCENT = 5;
    private static final double MEDIUM_AVAILABILITY = 99.9;

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
        if (harm(finding)) {
            return Severity.CRITICAL;
        }
        return finding.userFacing() ? of(finding.measure()) : Severity.LOW;
    }

    /** A model's word is not enough: it must name the tool that said so. */
    private static boolean harm(Finding finding) {
        boolean named = finding.kind() == Finding.Kind.DATA_LOSS || finding.kind() == Finding.Kind.SECURITY;
        return named && finding.problem() && !finding.tool().isEmpty();
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
            case AVAILABILITY ->
                measure.last() <= 0
                        ? Severity.CRITICAL
                        : measure.last() < MEDIUM_AVAILABILITY ? Severity.MEDIUM : Severity.LOW;
            case OTHER -> Severity.LOW;
        };
    }

    private static Severity slowness(Measure measure) {
        double millis = measure.unit().equals("s") ? measure.last() * 1000 : measure.last();
        if (millis >= HIGH_MILLIS) {
            return Severity.HIGH;
        }
        boolean slower = measure.first() > 0 && measure.last() / measure.first() >= MEDIUM_SLOWDOWN;
        return slower ? Severity.MEDIUM : Severity.LOW;
    }

    private static Severity atLeast(double value, double high, double medium) {
        return value >= high ? Severity.HIGH : value >= medium ? Severity.MEDIUM : Severity.LOW;
    }
}
