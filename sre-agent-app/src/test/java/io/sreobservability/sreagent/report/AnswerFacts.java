package io.sreobservability.sreagent.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one tool answer holds, or what follows from it by counting: a sentence may say nothing else. */
final class AnswerFacts {
    private static final Pattern QUOTE = Pattern.compile("\"(.*)\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+");
    private static final Pattern CLOCK = Pattern.compile("\\b\\d\\d:\\d\\d\\b");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");
    private static final Pattern RATIO = Pattern.compile("\\b(\\d+(?:\\.\\d+)?)x");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?!\\w)");

    private final List<String> texts = new ArrayList<>();
    private final Set<BigDecimal> numbers = new HashSet<>();

    static AnswerFacts of(String answer) throws JsonProcessingException {
        AnswerFacts facts = new AnswerFacts();
        facts.read(new ObjectMapper().readTree(answer));
        return facts;
    }

    /** Quotes, names, times, ratios and numbers of the sentence that are not in the answer. */
    List<String> inventedIn(String sentence) {
        List<String> invented = new ArrayList<>();
        String rest = check(QUOTE, sentence, invented, quote -> has(quote.group(1)));
        rest = check(NAME, rest, invented, name -> has(name.group()));
        rest = check(CLOCK, rest, invented, clock -> has("T" + clock.group()));
        List<BigDecimal> said = new ArrayList<>();
        String plain = RATIO.matcher(rest).replaceAll(" ");
        check(
                NUMBER,
                plain,
                invented,
                number -> said.add(exact(number.group())) && numbers.contains(exact(number.group())));
        check(RATIO, rest, invented, ratio -> isRatio(Double.parseDouble(ratio.group(1)), said));
        return invented;
    }

    private interface Fact {
        boolean holds(Matcher match);
    }

    /** Adds what does not hold to the list and returns the sentence without what was checked. */
    private static String check(Pattern pattern, String sentence, List<String> invented, Fact fact) {
        Matcher match = pattern.matcher(sentence);
        while (match.find()) {
            if (!fact.holds(match)) {
                invented.add(match.group());
            }
        }
        return pattern.matcher(sentence).replaceAll(" ");
    }

    private boolean has(String part) {
        return texts.stream().anyMatch(text -> text.contains(part));
    }

    private static boolean isRatio(double ratio, List<BigDecimal> said) {
        return said.stream()
                .anyMatch(first -> said.stream()
                        .anyMatch(last -> Math.abs(last.doubleValue() / first.doubleValue() - ratio) <= 0.05));
    }

    private void read(JsonNode node) {
        if (node.isNumber()) {
            numbers.add(exact(node.asText()));
        } else if (node.isTextual()) {
            addText(node.asText());
        } else if (node.isArray()) {
            countRows(node);
        }
        node.fieldNames().forEachRemaining(this::addText);
        node.forEach(this::read);
    }

    private void addText(String text) {
        texts.add(text);
        if (TIME.matcher(text).matches()) {
            return; // its hours and days are no figures
        }
        Matcher number = NUMBER.matcher(text.replaceAll("(\\d)%", "$1 %"));
        while (number.find()) {
            numbers.add(exact(number.group()));
        }
    }

    /** A sentence may count rows: all, those with one value in a column, and the different values of a column. */
    private void countRows(JsonNode rows) {
        numbers.add(exact(String.valueOf(rows.size())));
        Map<String, Map<String, Integer>> columns = new HashMap<>();
        for (JsonNode row : rows) {
            for (Map.Entry<String, JsonNode> field : row.properties()) {
                columns.computeIfAbsent(field.getKey(), key -> new HashMap<>())
                        .merge(field.getValue().asText(), 1, Integer::sum);
            }
        }
        for (Map<String, Integer> values : columns.values()) {
            numbers.add(exact(String.valueOf(values.size())));
            values.values().forEach(count -> numbers.add(exact(String.valueOf(count))));
        }
    }

    private static BigDecimal exact(String number) {
        return new BigDecimal(number).stripTrailingZeros();
    }
}
