package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.model.analysis.Observation.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows with a message and a level: the worst messages word for word, how often, and which of them name a cause. */
final class MessageAnalyzer implements Analyzer {
    private static final int MAX_MESSAGES = 6;
    private static final int MAX_QUOTE = 240;

    private final Vocabulary words;

    MessageAnalyzer(Vocabulary words) {
        this.words = words;
    }

    @Override
    public List<Observation> analyze(JsonNode answer) {
        List<Observation> found = new ArrayList<>();
        for (Table table : Table.in(answer)) {
            Map<String, Group> groups = groups(table);
            groups.values().stream()
                    .filter(g -> g.rank.isPresent())
                    .sorted(Comparator.comparingDouble(Group::weight).reversed())
                    .limit(MAX_MESSAGES)
                    .map(Group::observation)
                    .forEach(found::add);
            tally(table, groups).ifPresent(found::add);
        }
        return found;
    }

    private Map<String, Group> groups(Table table) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (JsonNode json : table.rows()) {
            Row row = new Row(json, words);
            Optional<String> message = row.text(words.messageKeys());
            Optional<String> level = row.text(words.levelKeys());
            if (message.isPresent() && level.isPresent()) {
                String key = row.subject().orElse("") + "\n" + message.get();
                groups.computeIfAbsent(key, k -> new Group(row, message.get(), level.get()))
                        .add(json);
            }
        }
        return groups;
    }

    private static Optional<Observation> tally(Table table, Map<String, Group> groups) {
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Long> perLevel = new LinkedHashMap<>();
        groups.values().forEach(g -> perLevel.merge(g.level, (long) g.rows, Long::sum));
        List<String> parts = new ArrayList<>();
        perLevel.forEach((level, n) -> parts.add(n + " " + level));
        String text = "%d %s read: %s".formatted(table.rows().size(), table.name(), String.join(", ", parts));
        return Optional.of(Observation.note(Kind.COUNT, table.name(), text));
    }

    /** All rows with the same message about the same subject. */
    private final class Group {
        private final Row first;
        private final String message;
        private final String level;
        private final Optional<Integer> rank;
        private int rows;
        private long times;

        Group(Row first, String message, String level) {
            this.first = first;
            this.message = message;
            this.level = level;
            this.rank = words.problemRank(level);
        }

        void add(JsonNode json) {
            rows++;
            times += Math.max(1, json.path("count").asLong(1));
        }

        /** Harm weighs most, however seldom it is told of: it must not be crowded out. */
        double weight() {
            if (harm().isPresent()) {
                return 1;
            }
            double severity = 1.0 - rank.orElse(words.problemLevels().size()) * 0.1;
            double often = Math.min(0.2, Math.log10((double) times) / 10);
            return Math.min(1, severity * 0.7 + often + (cause() ? 0.15 : 0));
        }

        boolean cause() {
            return words.tellsCause(message);
        }

        Optional<Kind> harm() {
            if (words.tellsDataLoss(message)) {
                return Optional.of(Kind.DATA_LOSS);
            }
            return words.tellsAttack(message) ? Optional.of(Kind.SECURITY) : Optional.empty();
        }

        Observation observation() {
            String subject = first.subject().orElse("");
            String reason = first.text(List.of("reason")).map(r -> r + ": ").orElse("");
            List<String> about = new ArrayList<>(List.of(level));
            if (!subject.isEmpty()) {
                about.add(subject);
            }
            if (times > 1) {
                about.add(times + " times");
            }
            String text = "%s\"%s\" (%s)".formatted(reason, quote(message), String.join(", ", about));
            Kind kind = harm().orElse(reason.isEmpty() ? Kind.LOG : Kind.EVENT);
            Observation seen = Observation.problem(kind, subject, text, weight());
            return cause() ? seen.asCause() : seen;
        }
    }

    private static String quote(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        return line.length() <= MAX_QUOTE ? line : line.substring(0, MAX_QUOTE) + "…";
    }
}
