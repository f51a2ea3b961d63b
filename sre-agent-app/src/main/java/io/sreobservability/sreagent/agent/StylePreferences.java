package io.sreobservability.sreagent.agent;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How a user wants reports to be written.
 *
 * @param executive whether for somebody who decides and does not repair
 * @param summaryFirst whether the summary comes before the findings
 * @param troubleshootingSteps whether the steps of guides are wanted
 * @param businessImpact whether the impact on the business is wanted
 * @param brief whether only the most urgent is wanted
 * @param timezone where times are read; UTC if unknown
 */
public record StylePreferences(
        boolean executive,
        boolean summaryFirst,
        boolean troubleshootingSteps,
        boolean businessImpact,
        boolean brief,
        ZoneId timezone) {

    private static final String SUMMARY_FIRST = "executive_summary";

    static StylePreferences of(PreferenceSettings settings) {
        return new StylePreferences(
                settings.text("communication_style").filter("executive"::equals).isPresent(),
                settings.text("report_format").orElse(SUMMARY_FIRST).equals(SUMMARY_FIRST),
                !settings.isFalse("include_troubleshooting_steps"),
                settings.isTrue("focus_on_business_impact"),
                settings.isTrue("brief_updates_only"),
                settings.text("preferred_timezone")
                        .flatMap(StylePreferences::zone)
                        .orElse(ZoneOffset.UTC));
    }

    /** A region, an offset, or one of the old short names such as {@code PST}. */
    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name, ZoneId.SHORT_IDS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
