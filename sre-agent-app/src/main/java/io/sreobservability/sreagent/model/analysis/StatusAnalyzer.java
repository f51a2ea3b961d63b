package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.model.analysis.Observation.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows with a status: which are not healthy, with what else the row says; and conditions that should not hold. */
final class StatusAnalyzer implements Analyzer {
    private static final int MAX_DETAILS = 5;
    private static final double WEIGHT = 0.8;

    private final Vocabulary words;

    StatusAnalyzer(Vocabulary words) {
        this.words = words;
    }

    @Override
    public List<Observation> analyze(JsonNode answer) {
        List<Observation> found = new ArrayList<>();
        for (Table table : Table.in(answer)) {
            Map<String, Row> latest = latestBySubject(table);
            int healthy = 0;
            for (Map.Entry<String, Row> entry : latest.entrySet()) {
                String status = entry.getValue().text(words.statusKeys()).orElse("");
                if (words.healthy(status)) {
                    healthy++;
                } else {
                    found.add(Observation.problem(
                            Kind.STATUS,
                            entry.getKey(),
                            entry.getKey() + " is " + status + details(entry.getValue(), status),
                            WEIGHT));
                }
                found.addAll(conditions(entry.getKey(), entry.getValue()));
            }
            if (healthy > 0) {
                String text = "%d of %d %s healthy".formatted(healthy, latest.size(), table.name());
                found.add(Observation.note(Kind.NORMAL, table.name(), text));
            }
        }
        return found;
    }

    private Map<String, Row> latestBySubject(Table table) {
        Map<String, Row> latest = new LinkedHashMap<>();
        for (JsonNode json : table.rows()) {
            Row row = new Row(json, words);
            boolean hasStatus = row.text(words.statusKeys()).isPresent()
                    && row.text(words.messageKeys()).isEmpty();
            if (hasStatus && row.subject().isPresent()) {
                latest.merge(row.subject().get(), row, (a, b) -> b.clock().compareTo(a.clock()) >= 0 ? b : a);
            }
        }
        return latest;
    }

    /** The row's other plain values, as it names them. */
    private String details(Row row, String status) {
        List<String> details = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : row.json().properties()) {
            String value = field.getValue().asText("");
            boolean said = (words.identityKeys().contains(field.getKey())
                            && value.equals(row.subject().orElse("")))
                    || value.equals(status)
                    || words.timeKeys().contains(field.getKey())
                    || field.getKey().endsWith("_at");
            if (field.getValue().isValueNode() && !value.isBlank() && !said && details.size() < MAX_DETAILS) {
                details.add(field.getKey().replace('_', ' ') + " " + value);
            }
        }
        return details.isEmpty() ? "" : " (" + String.join(", ", details) + ")";
    }

    private List<Observation> conditions(String subject, Row row) {
        List<Observation> bad = new ArrayList<>();
        for (JsonNode condition : row.json().path("conditions")) {
            String type = condition.path("type").asText("");
            boolean holds = condition.path("status").asText("").equalsIgnoreCase("true");
            boolean shouldHold = words.healthyConditions().contains(type.toLowerCase(Locale.ROOT));
            if (!type.isEmpty() && holds != shouldHold) {
                String why = condition
                        .path("message")
                        .asText(condition.path("reason").asText(""));
                String text =
                        subject + " reports " + type + (holds ? "" : " = false") + (why.isEmpty() ? "" : ": " + why);
                bad.add(Observation.problem(Kind.STATUS, subject, text, WEIGHT - 0.2));
            }
        }
        return bad;
    }
}
