package io.sreobservability.sreagent.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a user wants investigations to be run.
 *
 * @param detailed whether all that was found is wanted, not only the weightiest
 * @param approvesSimplePlans whether simple plans may run unasked; empty if the user does not say
 * @param longest how long an investigation may take at most; empty if the user does not say
 * @param wantsBusinessImpact whether the report has to say what it means for the business
 */
public record WorkflowPreferences(
        boolean detailed,
        Optional<Boolean> approvesSimplePlans,
        Optional<Duration> longest,
        boolean wantsBusinessImpact) {
    private static final Pattern MINUTES = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?");
    private static final double SECONDS = 60;

    static WorkflowPreferences of(PreferenceSettings settings) {
        return new WorkflowPreferences(
                settings.text("investigation_style").filter("detailed"::equals).isPresent(),
                settings.text("auto_approve_simple_plans").map(Boolean::valueOf),
                settings.text("max_investigation_time_minutes").flatMap(WorkflowPreferences::minutes),
                settings.isTrue("require_business_impact_analysis"));
    }

    /** What is no time, or none at all, says nothing. */
    private static Optional<Duration> minutes(String text) {
        return Optional.of(text)
                .filter(number -> MINUTES.matcher(number).matches())
                .map(number -> Duration.ofSeconds(Math.round(Double.parseDouble(number) * SECONDS)))
                .filter(time -> !time.isZero());
    }
}
