package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.model.analysis.Observation.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A trend of one metric with its anomalies.
 *
 * @param words how to read the answer
 * @param request the arguments of the tool call, for the metric if the answer names none
 */
record TrendAnalyzer(Vocabulary words, JsonNode request) implements Analyzer {

    @Override
    public List<Observation> analyze(JsonNode answer) {
        if (!answer.path("anomalies").isArray() || !answer.path("trend").isTextual()) {
            return List.of();
        }
        String metric = answer.path("metric").asText(request.path("metric_name").asText("value"));
        Quantity quantity = Quantity.of(metric, "", words);
        Row row = new Row(answer, words);
        String text = "%s%s: trend %s, average %s, standard deviation %s"
                .formatted(
                        quantity.words(),
                        row.label().isEmpty() ? "" : " of " + row.label(),
                        answer.path("trend").asText().replace('_', ' '),
                        quantity.format(answer.path("average_value").asDouble()),
                        quantity.format(answer.path("standard_deviation").asDouble()));
        String subject = row.subject().orElse(quantity.words());
        List<String> anomalies = anomalies(answer, quantity);
        return List.of(
                anomalies.isEmpty()
                        ? Observation.note(Kind.NORMAL, subject, text + ", no anomalies")
                        : Observation.problem(
                                Kind.ANOMALY, subject, text + "; anomalies: " + String.join(", ", anomalies), 0.4));
    }

    private static List<String> anomalies(JsonNode answer, Quantity quantity) {
        List<String> anomalies = new ArrayList<>();
        for (JsonNode anomaly : answer.path("anomalies")) {
            anomalies.add("%s at %s (%s %% off the average)"
                    .formatted(
                            quantity.format(anomaly.path("value").asDouble()),
                            anomaly.path("timestamp").asText(""),
                            Quantity.number(anomaly.path("deviation_percentage").asDouble())));
        }
        return anomalies;
    }
}
