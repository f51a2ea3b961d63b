package io.sreobservability.sreagent.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What answers of tools hold, or what follows from them by counting: a sentence may say nothing else. */
final class AnswerFacts {
    private static final Pattern QUOTE = Pattern.compile("\"(.*)\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+");
    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b");
    private static final Pattern CLOCK = Pattern.compile("\\b\\d\\d:\\d\\d\\b");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)");

    /** Our own words that look like names. */
    private static final Set<String> WORDS = Set.of("user-facing");

    private static final Pattern RATIO = Pattern.compile("\\b(\\d+(?:\\.\\d+)?)x");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?!\\w)");

    private final List<String> texts = new ArrayList<>();
    private final Set<BigDecimal> numbers = new HashSet<>();
    private final Set<String> times = new HashSet<>();
    private final ZoneId zone;

    private AnswerFacts(ZoneId zone) {
        this.zone = zone;
    }

    static AnswerFacts of(String answer) throws JsonProcessingException {
        return of(ZoneOffset.UTC, List.of(answer));
    }

    /**
     * The facts of several answers together.
     *
     * @param zone the zone of the times in sentences
     */
    static AnswerFacts of(ZoneId zone, List<String> answers) throws JsonProcessingException {
        AnswerFacts facts = new AnswerFacts(zone);
        for (String answer : answers) {
            facts.read(new ObjectMapper().readTree(answer));
        }
        return facts;
    }

    /** Quotes, names, times, ratios and numbers of the sentence that are not in the answer. */
    List<String> inventedIn(String sentence) {
        List<String> invented = new ArrayList<>();
        String rest = check(QUOTE, sentence, invented, quote -> has(quote.group(1)));
        rest = check(TIME, rest, invented, time -> has(time.group()));
        rest = check(DAY, rest, invented, day -> times.contains(day.group()));
        rest = check(CLOCK, rest, invented, clock -> times.contains(clock.group()));
        rest = check(NAME, rest, invented, name -> has(name.group()) || WORDS.contains(name.group()));
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
        Matcher time = TIME.matcher(text);
        while (time.find()) {
            ZonedDateTime local = OffsetDateTime.parse(time.group()).atZoneSameInstant(zone);
            times.add(local.toLocalDate().toString());
            times.add(local.toLocalTime().toString().substring(0, 5));
        }
        // The hours and days of a time are no figures.
        String rest = time.replaceAll(" ");
        Matcher clock = CLOCK.matcher(rest);
        while (clock.find()) {
            times.add(clock.group());
        }
        Matcher number = NUMBER.matcher(clock.replaceAll(" ").replaceAll("(\\d)%", "$1 %"));
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
