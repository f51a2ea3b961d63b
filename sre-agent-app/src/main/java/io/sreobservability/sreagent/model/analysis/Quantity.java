package io.sreobservability.sreagent.model.analysis;

import io.sreobservability.sreagent.model.analysis.Observation.MeasureType;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a numeric column means, read from its name: words, unit, whether high or low is bad, and how telling it is.
 *
 * @param words the name in words, without the unit
 * @param unit the unit, or empty
 * @param direction which way is bad
 * @param type class of the measure, {@code OTHER} if none of the known
 * @param prominence 1 for the most telling, falling to 0
 */
record Quantity(String words, String unit, Direction direction, MeasureType type, double prominence) {

    enum Direction {
        BAD_WHEN_HIGH,
        BAD_WHEN_LOW,
        NEUTRAL
    }

    static Quantity of(String column, String unitOfRow, Vocabulary vocabulary) {
        String name = column.toLowerCase(Locale.ROOT);
        String unit = unitOfRow;
        String shown = name;
        for (var suffix : vocabulary.units().entrySet()) {
            if (name.endsWith(suffix.getKey())) {
                unit = suffix.getValue();
                shown = suffix.getKey().equals("_rate") || suffix.getKey().equals("_utilization")
                        ? name
                        : name.substring(0, name.length() - suffix.getKey().length());
                break;
            }
        }
        int high = rank(name, vocabulary.badWhenHigh());
        int low = rank(name, vocabulary.badWhenLow());
        Direction direction =
                low >= 0 ? Direction.BAD_WHEN_LOW : high >= 0 ? Direction.BAD_WHEN_HIGH : Direction.NEUTRAL;
        int rank = Math.max(0, low >= 0 ? low : high);
        int size = low >= 0
                ? vocabulary.badWhenLow().size()
                : vocabulary.badWhenHigh().size();
        MeasureType type = vocabulary.measureClasses().entrySet().stream()
                .filter(e -> contains(name, e.getKey()))
                .map(e -> e.getValue())
                .findFirst()
                .orElse(MeasureType.OTHER);
        String words = shown.replace('_', ' ').replace('.', ' ').strip();
        return new Quantity(words, unit.equals("percent") ? "%" : unit, direction, type, 1.0 - (double) rank / size);
    }

    /** Whether it is one of the percentiles of a distribution, which belong together. */
    boolean percentile() {
        return words.matches("p\\d+");
    }

    boolean percent() {
        return unit.equals("%");
    }

    /** A value with its unit, with no more digits than needed. */
    String format(double value) {
        return unit.isEmpty() ? number(value) : number(value) + " " + unit;
    }

    static String number(double value) {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    private static int rank(String name, List<String> terms) {
        for (int i = 0; i < terms.size(); i++) {
            if (contains(name, terms.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the term's words follow each other in the name, as whole words. */
    private static boolean contains(String name, String term) {
        List<String> words = Arrays.asList(name.split("[_.]"));
        List<String> wanted = Arrays.asList(term.split("_"));
        return java.util.Collections.indexOfSubList(words, wanted) >= 0;
    }
}
