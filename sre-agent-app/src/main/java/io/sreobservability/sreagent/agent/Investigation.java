package io.sreobservability.sreagent.agent;

import java.time.Duration;
import java.time.Instant;
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
 * @param asked when
 * @param traceId the trace it is in, 32 hex digits; all zeros if nothing was traced or it was not sampled
 * @param plan what was planned
 * @param route who was sent
 * @param memory what memory knew at the beginning
 * @param results one per agent sent, in plan order; none if memory alone was asked
 * @param summary what it comes to; an empty one if the plan was turned down
 * @param tokens what all questions to the model took, those of the supervisor and of the agents
 * @param partial whether it broke off, so that nobody summed it up, and agents may be missing
 * @param duration from the query to the summary
 */
public record Investigation(
        String id,
        String userId,
        String sessionId,
        String query,
        Instant asked,
        String traceId,
        InvestigationPlan plan,
        RouteDecision route,
        MemoryContext memory,
        List<SpecialistResult> results,
        Summary summary,
        TokenCount tokens,
        boolean partial,
        Duration duration) {

    /** What the user prefers. */
    public UserPreferences preferences() {
        return memory.preferences();
    }

    /** Whether the plan was turned down, so that no agent was sent; {@link #route()} says why. */
    public boolean declined() {
        return route.agents().isEmpty() && !plan.agents().isEmpty();
    }

    /** Whether agents were sent and every one failed, so that nothing is known. */
    public boolean failed() {
        return !results.isEmpty() && results.stream().allMatch(SpecialistResult::failed);
    }

    /** The first agent's error type if all failed. */
    public @Nullable String errorType() {
        return failed() ? results.get(0).errorType() : null;
    }

    /** In one sentence why there is nothing to show, if it {@linkplain #failed() failed}. */
    public String failure() {
        String gap = results.stream()
                .map(SpecialistResult::gaps)
                .flatMap(gaps -> gaps.stream().limit(1))
                .findFirst()
                .orElse("no agent was sent");
        return "the investigation failed, no agent got an answer: " + gap;
    }

    /** Things the query names that no agent's tools know. */
    public Set<String> notFound() {
        return SpecialistResult.notFoundByAny(results);
    }

    /** The same, with a reason why it is not remembered. */
    Investigation withMemoryGap(String gap) {
        return new Investigation(
                id,
                userId,
                sessionId,
                query,
                asked,
                traceId,
                plan,
                route,
                memory.withGap(gap),
                results,
                summary,
                tokens,
                partial,
                duration);
    }

    /** All findings, in plan order. */
    public List<Finding> findings() {
        return results.stream().flatMap(result -> result.findings().stream()).toList();
    }
}
