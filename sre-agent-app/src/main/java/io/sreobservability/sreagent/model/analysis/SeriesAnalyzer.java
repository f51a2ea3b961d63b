package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.model.analysis.Observation.Kind;
import io.sreobservability.sreagent.model.analysis.Observation.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows over time: what got worse from the first to the last row of each subject, and what stands at a bad value. */
final class SeriesAnalyzer implements Analyzer {
    private static final int MAX_PER_SUBJECT = 4;
    private static final int MAX_PER_TABLE = 8;
    private static final double WORSE_FACTOR = 1.5;
    private static final double BAD_PERCENT = 80;
    private static final double BAD_AVAILABILITY = 90;

    private final Vocabulary words;

    SeriesAnalyzer(Vocabulary words) {
        this.words = words;
    }

    @Override
    public List<Observation> analyze(JsonNode answer) {
        List<Observation> all = new ArrayList<>();
        Table.in(answer).forEach(table -> all.addAll(analyze(table)));
        return all;
    }

    private List<Observation> analyze(Table table) {
        List<Observation> problems = new ArrayList<>();
        List<String> calm = new ArrayList<>();
        bySubject(table).forEach((label, rows) -> {
            List<Observation> worse = worse(rows);
            if (worse.isEmpty()) {
                calm.add(label);
            }
            worse.stream()
                    .sorted(Comparator.comparingDouble(Observation::weight).reversed())
                    .limit(MAX_PER_SUBJECT)
                    .forEach(problems::add);
        });
        List<Observation> result = new ArrayList<>(problems.stream()
                .sorted(Comparator.comparingDouble(Observation::weight).reversed())
                .limit(MAX_PER_TABLE)
                .toList());
        if (!calm.isEmpty()) {
            String list = String.join(", ", calm);
            result.add(Observation.note(Kind.NORMAL, list, "no significant change for " + list));
        }
        return result;
    }

    /** Rows that have a time and something they are about, grouped by it, in time order. */
    private Map<String, List<Row>> bySubject(Table table) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (JsonNode json : table.rows()) {
            Row row = new Row(json, words);
            // Log lines have times too; their numbers (a port, say) are no measurements.
            boolean measured = row.time().isPresent()
                    && row.subject().isPresent()
                    && row.text(words.messageKeys()).isEmpty();
            if (measured) {
                groups.computeIfAbsent(row.label(), k -> new ArrayList<>()).add(row);
            }
        }
        groups.values().forEach(rows -> rows.sort(Comparator.comparing(Row::clock)));
        return groups;
    }

    private List<Observation> worse(List<Row> rows) {
        Row first = rows.get(0);
        Row last = rows.get(rows.size() - 1);
        List<Observation> found = new ArrayList<>();
        List<Change> percentiles = new ArrayList<>();
        String unit = last.text(List.of("unit")).orElse("");
        String metric =
                last.text(List.of("metric", "metric_type", "metric_name")).orElse("value");
        for (Map.Entry<String, Double> entry : last.numbers().entrySet()) {
            String column = entry.getKey().equals("value") ? metric : entry.getKey();
            Quantity quantity = Quantity.of(column, unit, words);
            Double start = first.numbers().get(entry.getKey());
            if (start == null || quantity.direction() == Quantity.Direction.NEUTRAL) {
                continue;
            }
            Column values = new Column(rows, entry.getKey());
            String since = values.since(value -> new Change(quantity, start, value, "").factor() >= WORSE_FACTOR);
            Change change = new Change(quantity, start, entry.getValue(), since);
            if (rows.size() < 2 || change.factor() < WORSE_FACTOR) {
                level(values, quantity, entry.getValue()).ifPresent(found::add);
            } else if (quantity.percentile()) {
                percentiles.add(change);
            } else {
                found.add(trend(first, last, List.of(change)));
            }
        }
        if (!percentiles.isEmpty()) {
            found.add(trend(first, last, percentiles));
        }
        return found;
    }

    /** One sentence about one number, or about several that belong together and went the same way. */
    private static Observation trend(Row start, Row end, List<Change> changes) {
        Change main = changes.get(0);
        String text = "%s of %s %s from %s at %s to %s at %s"
                .formatted(
                        join(", ", changes, change -> change.quantity().words()),
                        end.label(),
                        main.last() > main.first() ? "rose" : "fell",
                        join(" / ", changes, change -> change.quantity().format(change.first())),
                        start.clock(),
                        join(" / ", changes, change -> change.quantity().format(change.last())),
                        end.clock());
        String ratios = join(" / ", changes, Change::ratio);
        double weight = changes.stream().mapToDouble(Change::weight).max().orElse(0);
        Measure measure = changes.size() == 1 ? main.measure() : null;
        return measured(Kind.TREND, end, ratios.isEmpty() ? text : text + " (" + ratios + ")", weight, measure);
    }

    private static String join(String separator, List<Change> changes, Function<Change, String> part) {
        return changes.stream().map(part).filter(text -> !text.isEmpty()).collect(Collectors.joining(separator));
    }

    private static Optional<Observation> level(Column values, Quantity quantity, double value) {
        if (!bad(quantity, value)) {
            return Optional.empty();
        }
        Row row = values.last();
        String text = "%s of %s stands at %s at %s"
                .formatted(quantity.words(), row.label(), quantity.format(value), row.clock());
        String since = values.since(earlier -> bad(quantity, earlier));
        Measure measure = new Measure(quantity.type(), quantity.unit(), value, value, since);
        return Optional.of(measured(Kind.LEVEL, row, text, 0.7 * quantity.prominence(), measure));
    }

    private static boolean bad(Quantity quantity, double value) {
        boolean high = quantity.direction() == Quantity.Direction.BAD_WHEN_HIGH && value >= BAD_PERCENT;
        boolean low = quantity.direction() == Quantity.Direction.BAD_WHEN_LOW && value < BAD_AVAILABILITY;
        return quantity.percent() && (high || low);
    }

    private static Observation measured(Kind kind, Row row, String text, double weight, @Nullable Measure measure) {
        String subject = row.subject().orElse("");
        return new Observation(kind, subject, text, true, false, weight, row.userFacing(), measure, List.of());
    }
}
