package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs every analyzer over one tool answer. */
public final class AnswerAnalyst {
    private static final int MAX_OBSERVATIONS = 12;

    private final Vocabulary words;
    private final List<Analyzer> analyzers;

    /** Creates an analyst that reads with the given vocabulary. */
    public AnswerAnalyst(Vocabulary words) {
        this.words = words;
        analyzers = List.of(
                new SeriesAnalyzer(words),
                new StatusAnalyzer(words),
                new MessageAnalyzer(words),
                new UtilisationAnalyzer(words),
                new ProcedureAnalyzer(words));
    }

    /**
     * What the answer shows, strongest first; empty if it shows nothing the analyzers know.
     *
     * @param answer what the tool answered
     * @param request the arguments it was asked with: some answers do not repeat what they are about
     */
    public List<Observation> analyze(JsonNode answer, JsonNode request) {
        Stream<Analyzer> ofRequest =
                Stream.of(new CountAnalyzer(request), new TrendAnalyzer(words, request), new AbsenceAnalyzer(request));
        return Stream.concat(analyzers.stream(), ofRequest)
                .flatMap(analyzer -> analyzer.analyze(answer).stream())
                .sorted(Comparator.comparingDouble(Observation::weight).reversed())
                .limit(MAX_OBSERVATIONS)
                .toList();
    }
}
