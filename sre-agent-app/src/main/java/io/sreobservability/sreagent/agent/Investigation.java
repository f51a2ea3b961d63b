package io.sreobservability.sreagent.agent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A finished investigation, whole.
 *
 * @param id {@code sre.investigation_id}
 * @param userId for whom
 * @param sessionId in which session
 * @param query what was asked
 * @param traceId the trace it is in, 32 hex digits; all zeros if nothing was traced or it was not sampled
 * @param plan what was planned
 * @param route who was sent
 * @param preferences what the user prefers
 * @param results one per agent sent, in plan order
 * @param summary what it comes to
 * @param duration from the query to the summary
 */
public record Investigation(
        String id,
        String userId,
        String sessionId,
        String query,
        String traceId,
        InvestigationPlan plan,
        RouteDecision route,
        UserPreferences preferences,
        List<SpecialistResult> results,
        Summary summary,
        Duration duration) {

    /** Whether every agent failed, so that nothing is known. */
    public boolean failed() {
        return results.stream().allMatch(SpecialistResult::failed);
    }

    /** The first agent's error type if all failed. */
    public @Nullable String errorType() {
        return failed() && !results.isEmpty() ? results.get(0).errorType() : null;
    }

    /** Things the query names that no agent's tools know. */
    public Set<String> notFound() {
        return SpecialistResult.notFoundByAny(results);
    }

    /** All findings, in plan order. */
    public List<Finding> findings() {
        return results.stream().flatMap(result -> result.findings().stream()).toList();
    }
}
