package io.sreobservability.sreagent.agent;

import java.util.List;
import java.util.Optional;

/**
 * Where and when a user's updates are posted.
 *
 * @param channels where; none if unknown
 * @param quietHours when not; empty if always
 * @param severityFilter the least severity that is worth one; empty if any is
 * @param withMetrics whether they hold figures
 * @param summaryOnly whether reports are the summary alone, without what each agent found
 */
public record NotificationPreferences(
        List<String> channels,
        Optional<QuietHours> quietHours,
        Optional<Severity> severityFilter,
        boolean withMetrics,
        boolean summaryOnly) {

    static NotificationPreferences of(PreferenceSettings settings) {
        return new NotificationPreferences(
                settings.list("channels"),
                settings.text("quiet_hours").flatMap(QuietHours::parse),
                settings.text("severity_filter").flatMap(Severity::of),
                !settings.isFalse("include_metrics"),
                settings.isTrue("executive_summary_only"));
    }
}
