package io.sreobservability.sreagent.model.analysis;

import io.sreobservability.sreagent.model.analysis.Observation.MeasureType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the offline model knows about words: which columns name a thing, which numbers are bad when high, which states
 * are healthy. General operations vocabulary, kept in {@code /model/vocabulary.json}; nothing about one incident.
 */
public record Vocabulary(
        List<String> stopWords,
        List<String> identityKeys,
        List<String> detailKeys,
        List<String> timeKeys,
        List<String> statusKeys,
        List<String> levelKeys,
        List<String> messageKeys,
        List<String> healthyStatuses,
        List<String> healthyConditions,
        List<String> problemLevels,
        List<String> badWhenHigh,
        List<String> badWhenLow,
        List<String> percentWords,
        Map<String, String> units,
        Map<String, MeasureType> measureClasses,
        List<String> causeHints,
        List<String> dataLossHints,
        List<String> securityHints,
        List<String> downStatuses,
        List<String> entitySuffixes,
        List<String> spokenEntitySuffixes,
        Map<String, String> timeWindows,
        Map<String, String> spellings) {

    private static final String RESOURCE = "/model/vocabulary.json";

    /** The vocabulary in the jar. */
    public static Vocabulary load() {
        return Resources.read(RESOURCE, Vocabulary.class);
    }

    boolean healthy(String status) {
        return healthyStatuses.contains(status.toLowerCase(Locale.ROOT));
    }

    /** Whether a thing in this status does no work at all. */
    public boolean down(String status) {
        return downStatuses.contains(status.toLowerCase(Locale.ROOT));
    }

    /** The place of a level among the problem levels, 0 the worst; empty for harmless ones. */
    Optional<Integer> problemRank(String level) {
        int rank = problemLevels.indexOf(level.toLowerCase(Locale.ROOT));
        return rank < 0 ? Optional.empty() : Optional.of(rank);
    }

    /** Whether a message says why something broke. */
    boolean tellsCause(String message) {
        return hints(causeHints, message);
    }

    /** Whether a message tells of lost or damaged data. */
    boolean tellsDataLoss(String message) {
        return hints(dataLossHints, message);
    }

    /** Whether a message tells of an attack or of access by somebody who may not. */
    boolean tellsAttack(String message) {
        return hints(securityHints, message);
    }

    private static boolean hints(List<String> hints, String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return hints.stream().anyMatch(text::contains);
    }
}
