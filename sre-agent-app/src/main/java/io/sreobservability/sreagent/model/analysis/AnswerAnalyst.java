package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;

/** Runs every analyzer over one tool answer. */
public final class AnswerAnalyst {
    private static final int MAX_OBSERVATIONS = 12;

    private final List<Analyzer> analyzers;

    /** Creates an analyst that reads with the given vocabulary. */
    public AnswerAnalyst(Vocabulary words) {
        analyzers = List.of(
                new SeriesAnalyzer(words),
                new StatusAnalyzer(words),
                new MessageAnalyzer(words),
                new CountAnalyzer(),
                new UtilisationAnalyzer(words),
                new ProcedureAnalyzer(words));
    }

    /** What the answer shows, strongest first; empty if it shows nothing the analyzers know. */
    public List<Observation> analyze(JsonNode answer) {
        return analyzers.stream()
                .flatMap(analyzer -> analyzer.analyze(answer).stream())
                .sorted(Comparator.comparingDouble(Observation::weight).reversed())
                .limit(MAX_OBSERVATIONS)
                .toList();
    }
}
