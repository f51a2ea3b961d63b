package io.sreobservability.sreagent.agent;

import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one specialist brought back.
 *
 * @param agent who
 * @param findings what it found, strongest first
 * @param notFound things the query names that none of its tools' answers mentions
 * @param gaps what it could not see, one sentence each
 * @param toolsAvailable how many tools it had
 * @param toolsInvoked how many calls it made
 * @param tokens what its questions to the model took
 * @param errorType why it has nothing at all to say: {@code null} unless every call failed, or the agent before anything
 *     was known
 * @param duration how long it took
 */
public record SpecialistResult(
        AgentType agent,
        List<Finding> findings,
        List<String> notFound,
        List<String> gaps,
        int toolsAvailable,
        int toolsInvoked,
        TokenCount tokens,
        @Nullable String errorType,
        Duration duration)
        implements Serializable {

    /** Whether it has nothing to say because of a failure; one unanswered tool among others is only a gap. */
    public boolean failed() {
        return errorType != null;
    }

    /** Things the query names that none of those who got answers found. */
    static Set<String> notFoundByAny(List<SpecialistResult> results) {
        List<SpecialistResult> answered =
                results.stream().filter(result -> !result.failed()).toList();
        Set<String> names = new LinkedHashSet<>();
        answered.forEach(result -> names.addAll(result.notFound()));
        answered.forEach(result -> names.retainAll(result.notFound()));
        return names;
    }
}
