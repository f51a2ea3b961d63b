package io.sreobservability.sreagent.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the steps of one run have given until now: a graph that does not end gives nothing itself. Safe for use by several
 * threads.
 */
final class SoFar {
    private final Map<String, Object> values;
    private final List<SpecialistResult> results = new ArrayList<>();

    SoFar(Map<String, Object> input) {
        this.values = new HashMap<>(input);
    }

    /** Takes what a step gave. */
    synchronized void add(Map<String, Object> update) {
        update.forEach((key, value) -> {
            if (key.equals(InvestigationState.RESULTS)) {
                ((List<?>) value).forEach(result -> results.add((SpecialistResult) result));
            } else {
                values.put(key, value);
            }
        });
    }

    /** The state as far as it is known; empty as long as nothing was found, so that there is nothing to report. */
    synchronized Optional<InvestigationState> withFindings() {
        if (results.stream().allMatch(result -> result.findings().isEmpty())) {
            return Optional.empty();
        }
        Map<String, Object> known = new HashMap<>(values);
        known.put(InvestigationState.RESULTS, List.copyOf(results));
        return Optional.of(new InvestigationState(known));
    }
}
