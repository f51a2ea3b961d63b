package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.model.analysis.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What to do next: the steps of the procedure that fits best, or what the findings themselves call for. */
final class NextSteps {
    private static final int MAX_STEPS = 6;
    private static final int MAX_OF_A_KIND = 2;
    private static final int TELLING_WORD = 6;
    private static final Pattern STATE = Pattern.compile("^(?<subject>.+) is (?<status>\\w+)(?: \\(.*)?$");
    private static final Pattern MOVED = Pattern.compile("^(?<what>.+?) (?:rose|fell) from ");

    private final Vocabulary words;

    NextSteps(Vocabulary words) {
        this.words = words;
    }

    /** The procedures that share a telling word with the query or a cause, the best fitting first. */
    List<JsonNode> procedures(String query, List<JsonNode> causes, List<JsonNode> findings) {
        Set<String> topic = new LinkedHashSet<>(tellingWords(query));
        causes.forEach(cause -> topic.addAll(telling(cause)));
        return findings.stream()
                .filter(f -> f.path("kind").asText().equals("PROCEDURE") && relevance(f, topic) > 0)
                .sorted(Comparator.<JsonNode>comparingLong(f -> relevance(f, topic))
                        .reversed())
                .toList();
    }

    /** At most six steps; none if there is nothing to do. */
    List<String> of(List<JsonNode> procedures, List<JsonNode> causes, List<JsonNode> findings) {
        Set<String> steps = new LinkedHashSet<>();
        procedures.stream().limit(1).forEach(best -> best.path("steps").forEach(step -> steps.add(step.asText())));
        if (steps.isEmpty()) {
            causes.stream().limit(MAX_OF_A_KIND).map(NextSteps::fix).forEach(steps::add);
            problems(findings, "STATUS")
                    .flatMap(this::bringBack)
                    .limit(MAX_OF_A_KIND)
                    .forEach(steps::add);
            problems(findings, "TREND")
                    .limit(MAX_OF_A_KIND)
                    .map(NextSteps::watch)
                    .forEach(steps::add);
        }
        return steps.stream().limit(MAX_STEPS).toList();
    }

    /** The steps of the next best procedure of another tool than the best one: how to look further into it. */
    List<String> troubleshooting(List<JsonNode> procedures) {
        List<String> steps = new ArrayList<>();
        procedures.stream()
                .filter(other -> !other.path("tool").equals(procedures.get(0).path("tool")))
                .findFirst()
                .ifPresent(guide -> guide.path("steps")
                        .forEach(step -> steps.add(
                                step.asText() + " [" + guide.path("tool").asText() + "]")));
        return steps;
    }

    /** The long words of what a finding quotes: those that tell one matter from another. */
    static Set<String> telling(JsonNode finding) {
        return tellingWords(quoted(finding.path("text").asText()));
    }

    private static Set<String> tellingWords(String text) {
        Set<String> telling = new LinkedHashSet<>(Words.of(text).list());
        telling.removeIf(word -> word.length() < TELLING_WORD);
        return telling;
    }

    private static long relevance(JsonNode procedure, Set<String> topic) {
        Set<String> words = new LinkedHashSet<>(Words.of(procedure.toString()).list());
        return topic.stream().filter(words::contains).count();
    }

    private static Stream<JsonNode> problems(List<JsonNode> findings, String kind) {
        return findings.stream()
                .filter(f -> f.path("kind").asText().equals(kind)
                        && f.path("problem").asBoolean())
                .sorted(Comparator.<JsonNode>comparingDouble(
                                f -> f.path("weight").asDouble())
                        .reversed());
    }

    private static String fix(JsonNode cause) {
        String subject = cause.path("subject").asText();
        String message = quoted(cause.path("text").asText());
        return "Fix the cause reported" + (subject.isEmpty() ? "" : " for " + subject) + ": " + message
                + (message.endsWith(".") ? "" : ".");
    }

    /** Only what does no work at all is brought back; a service that is merely slow is watched. */
    private Stream<String> bringBack(JsonNode finding) {
        Matcher state = STATE.matcher(finding.path("text").asText());
        return state.matches() && words.down(state.group("status"))
                ? Stream.of("Bring back %s, which is %s.".formatted(state.group("subject"), state.group("status")))
                : Stream.empty();
    }

    private static String watch(JsonNode finding) {
        Matcher moved = MOVED.matcher(finding.path("text").asText());
        String what =
                moved.find() ? moved.group("what") : finding.path("subject").asText();
        JsonNode measure = finding.path("measure");
        if (!measure.path("first").isNumber()) {
            return "Watch " + what + ".";
        }
        return "Watch %s until it is back at %s (now %s)."
                .formatted(what, value(measure, "first"), value(measure, "last"));
    }

    private static String value(JsonNode measure, String which) {
        String number = new BigDecimal(measure.path(which).asText())
                .stripTrailingZeros()
                .toPlainString();
        return (number + " " + measure.path("unit").asText()).strip();
    }

    /** The part of a finding in quotation marks, or all of it: words of the message, not of our sentence around it. */
    private static String quoted(String text) {
        int from = text.indexOf('"');
        int to = text.lastIndexOf('"');
        return to > from && from >= 0 ? text.substring(from + 1, to) : text;
    }
}
