package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.model.analysis.Observation.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shares in per cent in a snapshot (no time series): which are above 80. */
final class UtilisationAnalyzer implements Analyzer {
    private static final double HIGH = 80;
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");

    private final Vocabulary words;

    UtilisationAnalyzer(Vocabulary words) {
        this.words = words;
    }

    @Override
    public List<Observation> analyze(JsonNode answer) {
        List<Observation> found = new ArrayList<>();
        walk(answer, "", new ArrayList<>(), found);
        return found;
    }

    private void walk(JsonNode node, String subject, List<String> path, List<Observation> found) {
        if (node.isArray()) {
            node.forEach(element -> {
                // Rows with a time belong to the series.
                if (new Row(element, words).time().isEmpty()) {
                    walk(element, subject, path, found);
                }
            });
        } else if (node.isObject()) {
            String here = new Row(node, words).subject().orElse(subject);
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                List<String> below = new ArrayList<>(path);
                below.add(field.getKey());
                walk(field.getValue(), here, below, found);
            }
        } else if (node.isValueNode() && !path.isEmpty()) {
            percent(path, node).ifPresent(value -> {
                if (value >= HIGH) {
                    found.add(high(subject, path, value));
                }
            });
        }
    }

    /** A share of something that is bad when high, such as memory; not the share of a group in a total. */
    private OptionalDouble percent(List<String> path, JsonNode value) {
        Quantity quantity = Quantity.of(String.join(".", path), "", words);
        String key = path.get(path.size() - 1);
        boolean share = Arrays.stream(key.split("_")).anyMatch(words.percentWords()::contains);
        if (!share || quantity.direction() != Quantity.Direction.BAD_WHEN_HIGH) {
            return OptionalDouble.empty();
        }
        if (value.isNumber()) {
            return OptionalDouble.of(value.asDouble());
        }
        Matcher text = PERCENT.matcher(value.asText(""));
        return text.matches() ? OptionalDouble.of(Double.parseDouble(text.group(1))) : OptionalDouble.empty();
    }

    private static Observation high(String subject, List<String> path, double value) {
        String what = String.join(" ", path.subList(subject.isEmpty() ? 0 : path.size() - 1, path.size()))
                .replace('_', ' ');
        String text = what + (subject.isEmpty() ? "" : " of " + subject) + " is " + Quantity.number(value) + " %";
        return Observation.problem(Kind.LEVEL, subject, text, 0.45);
    }
}
