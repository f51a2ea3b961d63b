package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Finding;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.NotificationPreferences;
import io.sreobservability.sreagent.agent.QuietHours;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the user posts updates while the problem lasts, if it is grave enough for one, and when not. */
final class Updates {
    private Updates() {}

    static List<String> lines(Investigation investigation) {
        NotificationPreferences wishes = investigation.preferences().notification();
        boolean broken = investigation.findings().stream().anyMatch(Finding::problem);
        if (wishes.channels().isEmpty() || !broken) {
            return List.of();
        }
        return List.of("## Updates", "", tooMinor(investigation, wishes).orElseGet(() -> where(investigation, wishes)));
    }

    private static Optional<String> tooMinor(Investigation investigation, NotificationPreferences wishes) {
        return wishes.severityFilter()
                .filter(least -> investigation.summary().severity().compareTo(least) < 0)
                .map(least -> "None: severity %s is below the %s from which on %s wants updates."
                        .formatted(
                                investigation.summary().severity().title(),
                                least.name().toLowerCase(Locale.ROOT),
                                Markdown.text(investigation.userId())));
    }

    private static String where(Investigation investigation, NotificationPreferences wishes) {
        String what = wishes.withMetrics() ? "Updates" : "Updates without figures";
        return what + " go to " + wishes.channels().stream().map(Markdown::text).collect(Collectors.joining(", "))
                + wishes.quietHours().map(quiet -> when(quiet, investigation)).orElse("") + ".";
    }

    private static String when(QuietHours quiet, Investigation investigation) {
        Times times = new Times(investigation.preferences().style().timezone(), investigation.asked());
        LocalTime now = investigation.asked().atZone(times.zone()).toLocalTime();
        String hours = "quiet hours (" + quiet + " " + times.zoneName() + ")";
        return quiet.cover(now) ? ", from " + quiet.to() + " on: it is in " + hours : ", not in " + hours;
    }
}
