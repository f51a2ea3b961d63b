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
        groups.values()
                .forEach(rows -> rows.sort(Comparator.comparing(r -> r.time().orElse(""))));
        return groups;
    }

    private List<Observation> worse(List<Row> rows) {
        Row first = rows.get(0);
        Row last = rows.get(rows.size() - 1);
        List<Observation> found = new ArrayList<>();
        String unit = last.text(List.of("unit")).orElse("");
        String metric =
                last.text(List.of("metric", "metric_type", "metric_name")).orElse("value");
        for (Map.Entry<String, Double> entry : last.numbers().entrySet()) {
            String column = entry.getKey().equals("value") ? metric : entry.getKey();
            Quantity quantity = Quantity.of(column, unit, words);
            Double start = first.numbers().get(entry.getKey());
            if (start != null && quantity.direction() != Quantity.Direction.NEUTRAL) {
                trend(rows, quantity, start, entry.getValue())
                        .or(() -> level(last, quantity, entry.getValue()))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Observation> trend(List<Row> rows, Quantity quantity, double first, double last) {
        double factor = worsening(quantity, first, last);
        if (rows.size() < 2 || factor < WORSE_FACTOR) {
            return Optional.empty();
        }
        Row start = rows.get(0);
        Row end = rows.get(rows.size() - 1);
        String ratio =
                first > 0 && last > first ? " (" + Quantity.number(Math.round(last / first * 10) / 10.0) + "x)" : "";
        String text = "%s of %s %s from %s at %s to %s at %s%s"
                .formatted(
                        quantity.words(),
                        end.label(),
                        last > first ? "rose" : "fell",
                        quantity.format(first),
                        Row.clock(start.time().orElse("")),
                        quantity.format(last),
                        Row.clock(end.time().orElse("")),
                        ratio);
        double weight = quantity.prominence() * Math.min(1, 0.5 + Math.log10(factor) / 4);
        return Optional.of(measured(Kind.TREND, end, text, weight, quantity, first, last));
    }

    private Optional<Observation> level(Row row, Quantity quantity, double value) {
        boolean high = quantity.direction() == Quantity.Direction.BAD_WHEN_HIGH && value >= BAD_PERCENT;
        boolean low = quantity.direction() == Quantity.Direction.BAD_WHEN_LOW && value < BAD_AVAILABILITY;
        if (!quantity.percent() || !(high || low)) {
            return Optional.empty();
        }
        String text = "%s of %s stands at %s at %s"
                .formatted(
                        quantity.words(),
                        row.label(),
                        quantity.format(value),
                        Row.clock(row.time().orElse("")));
        return Optional.of(measured(Kind.LEVEL, row, text, 0.7 * quantity.prominence(), quantity, value, value));
    }

    /**
     * How many times worse the last value is than the first; 1 or less: not worse. Shares that are good when high are
     * compared by what is missing to 100 %, so that 99.99 % to 99 % counts as a hundred times worse.
     */
    private static double worsening(Quantity quantity, double first, double last) {
        if (quantity.direction() == Quantity.Direction.BAD_WHEN_LOW) {
            return quantity.percent() ? ratio(100 - first, 100 - last) : ratio(last, first);
        }
        return ratio(first, last);
    }

    private static double ratio(double from, double to) {
        if (to <= from) {
            return to <= 0 || from <= 0 ? 1 : to / from;
        }
        return from <= 0 ? 10 : to / from;
    }

    private static Observation measured(
            Kind kind, Row row, String text, double weight, Quantity quantity, double first, double last) {
        Measure measure = new Measure(quantity.type(), quantity.unit(), first, last);
        String subject = row.subject().orElse("");
        return new Observation(kind, subject, text, true, false, weight, row.userFacing(), measure, List.of());
    }
}
