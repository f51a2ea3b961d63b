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
        List<String> downStatuses,
        List<String> entitySuffixes,
        List<String> spokenEntitySuffixes,
        Map<String, String> timeWindows) {

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

    /** Whether a message says why something broke: the words it matched, or empty. */
    Optional<String> causeHint(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return causeHints.stream().filter(text::contains).findFirst();
    }
}
