package io.sreobservability.sreagent.agent;

import java.util.Optional;

/**
 * How a user wants investigations to be run.
 *
 * @param detailed whether all that was found is wanted, not only the weightiest
 * @param approvesSimplePlans whether simple plans may run unasked; empty if the user does not say
 * @param wantsBusinessImpact whether the report has to say what it means for the business
 */
public record WorkflowPreferences(
        boolean detailed, Optional<Boolean> approvesSimplePlans, boolean wantsBusinessImpact) {

    static WorkflowPreferences of(PreferenceSettings settings) {
        return new WorkflowPreferences(
                settings.text("investigation_style").filter("detailed"::equals).isPresent(),
                settings.text("auto_approve_simple_plans").map(Boolean::valueOf),
                settings.isTrue("require_business_impact_analysis"));
    }
}
