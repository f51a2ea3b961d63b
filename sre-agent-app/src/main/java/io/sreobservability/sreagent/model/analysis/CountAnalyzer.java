package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.model.analysis.Observation.Kind;
import java.util.ArrayList;
import java.util.List;

/** A total with its parts by group, and a trend with its anomalies. */
final class CountAnalyzer implements Analyzer {

    @Override
    public List<Observation> analyze(JsonNode answer) {
        List<Observation> found = new ArrayList<>();
        if (answer.path("total_count").isNumber()) {
            found.add(Observation.note(Kind.COUNT, "total", counts(answer)));
        }
        if (answer.path("anomalies").isArray() && answer.path("trend").isTextual()) {
            found.add(trend(answer));
        }
        return found;
    }

    private static String counts(JsonNode answer) {
        List<String> parts = new ArrayList<>();
        for (JsonNode part : answer.path("counts")) {
            String share = part.path("percentage").isNumber()
                    ? " (" + Quantity.number(part.path("percentage").asDouble()) + " %)"
                    : "";
            parts.add(part.path("group").asText() + " " + part.path("count").asText() + share);
        }
        String total = answer.path("total_count").asText() + " in total";
        return parts.isEmpty() ? total : total + ": " + String.join(", ", parts);
    }

    private static Observation trend(JsonNode answer) {
        List<String> anomalies = new ArrayList<>();
        for (JsonNode anomaly : answer.path("anomalies")) {
            anomalies.add("%s at %s (%s %% off the average)"
                    .formatted(
                            Quantity.number(anomaly.path("value").asDouble()),
                            Row.clock(anomaly.path("timestamp").asText("")),
                            Quantity.number(anomaly.path("deviation_percentage").asDouble())));
        }
        String text = "trend %s, average %s, standard deviation %s"
                .formatted(
                        answer.path("trend").asText(),
                        Quantity.number(answer.path("average_value").asDouble()),
                        Quantity.number(answer.path("standard_deviation").asDouble()));
        if (anomalies.isEmpty()) {
            return Observation.note(Kind.NORMAL, "trend", text + ", no anomalies");
        }
        return Observation.problem(Kind.ANOMALY, "trend", text + "; anomalies: " + String.join(", ", anomalies), 0.4);
    }
}
