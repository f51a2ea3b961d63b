package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Answers the summary request from the findings it is given: cause, impact, next steps. */
final class SummaryWriter {
    private static final int MAX_STEPS = 6;
    private static final int MAX_IMPACT = 4;
    private static final int MAX_PROOFS = 2;
    private static final int TELLING_WORD = 6;
    private static final double CORROBORATION = 0.2;
    private static final ObjectMapper JSON = new ObjectMapper();

    String write(String request) {
        List<JsonNode> findings = new ArrayList<>();
        read(request).path("findings").forEach(findings::add);
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        List<JsonNode> causes = causes(findings);
        summary.put("root_cause", rootCause(causes, findings));
        summary.put("impact", impact(findings));
        nextSteps(causes, findings).forEach(summary.putArray("next_steps")::add);
        return summary.toString();
    }

    private static JsonNode read(String request) {
        try {
            return JSON.readTree(request);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The summary request is not JSON.", e);
        }
    }

    /** Messages that name a cause, the best supported first: weight, plus other tools that use the same telling words. */
    private static List<JsonNode> causes(List<JsonNode> findings) {
        List<JsonNode> causes =
                findings.stream().filter(f -> f.path("cause").asBoolean()).toList();
        return causes.stream()
                .sorted(Comparator.<JsonNode>comparingDouble(c -> support(c, causes))
                        .reversed())
                .toList();
    }

    private static double support(JsonNode cause, List<JsonNode> causes) {
        Set<String> words = telling(cause);
        long tools = causes.stream()
                .filter(other -> !tool(other).equals(tool(cause)))
                .filter(other -> telling(other).stream().anyMatch(words::contains))
                .map(SummaryWriter::tool)
                .distinct()
                .count();
        return cause.path("weight").asDouble() + CORROBORATION * (double) tools;
    }

    private static Set<String> telling(JsonNode finding) {
        Set<String> words = new LinkedHashSet<>(Words.of(quoted(text(finding))).list());
        words.removeIf(word -> word.length() < TELLING_WORD);
        return words;
    }

    private static String rootCause(List<JsonNode> causes, List<JsonNode> findings) {
        if (!causes.isEmpty()) {
            JsonNode best = causes.get(0);
            StringBuilder text = new StringBuilder(text(best))
                    .append(" [")
                    .append(tool(best))
                    .append(']');
            causes.stream()
                    .filter(c -> !tool(c).equals(tool(best)))
                    .limit(MAX_PROOFS)
                    .forEach(c -> text.append("; ")
                            .append(text(c))
                            .append(" [")
                            .append(tool(c))
                            .append(']'));
            return text.toString();
        }
        return findings.stream()
                .filter(f -> f.path("problem").asBoolean())
                .max(Comparator.comparingDouble(f -> f.path("weight").asDouble()))
                .map(f -> "No answer names a cause. The strongest signal: " + text(f) + " [" + tool(f) + "]")
                .orElse("The answers show no problem, so there is no cause to name.");
    }

    private static String impact(List<JsonNode> findings) {
        List<String> hit = findings.stream()
                .filter(f ->
                        f.path("user_facing").asBoolean() && f.path("problem").asBoolean())
                .sorted(Comparator.<JsonNode>comparingDouble(
                                f -> f.path("weight").asDouble())
                        .reversed())
                .map(SummaryWriter::text)
                .limit(MAX_IMPACT)
                .toList();
        if (hit.isEmpty()) {
            return "No answer shows a user-facing service that is slow or failing.";
        }
        return String.join("; ", hit);
    }

    private static List<String> nextSteps(List<JsonNode> causes, List<JsonNode> findings) {
        Set<String> steps = new LinkedHashSet<>();
        findings.stream()
                .filter(f -> f.path("kind").asText().equals("PROCEDURE"))
                .max(Comparator.comparingLong(f -> relevance(f, causes)))
                .ifPresent(procedure -> procedure.path("steps").forEach(step -> steps.add(step.asText())));
        if (steps.isEmpty()) {
            causes.stream().limit(2).forEach(c -> steps.add("Put right what this message names: " + text(c)));
            ofKind(findings, "STATUS").limit(2).forEach(f -> steps.add("Bring back: " + text(f)));
            ofKind(findings, "TREND").limit(2).forEach(f -> steps.add(watch(f)));
        }
        return steps.stream().limit(MAX_STEPS).toList();
    }

    /** How many telling words of the causes the procedure shares. */
    private static long relevance(JsonNode procedure, List<JsonNode> causes) {
        Set<String> words = new LinkedHashSet<>(Words.of(procedure.toString()).list());
        return causes.stream()
                .flatMap(c -> telling(c).stream())
                .distinct()
                .filter(words::contains)
                .count();
    }

    private static Stream<JsonNode> ofKind(List<JsonNode> findings, String kind) {
        return findings.stream()
                .filter(f -> f.path("kind").asText().equals(kind)
                        && f.path("problem").asBoolean())
                .sorted(Comparator.<JsonNode>comparingDouble(
                                f -> f.path("weight").asDouble())
                        .reversed());
    }

    private static String watch(JsonNode finding) {
        JsonNode first = finding.path("measure").path("first");
        String goal = first.isNumber()
                ? " until it is back at " + first.asText() + " "
                        + finding.path("measure").path("unit").asText()
                : "";
        return "Watch " + finding.path("subject").asText() + goal.stripTrailing() + ": " + text(finding);
    }

    /** The part of a finding in quotation marks, or all of it: words of the message, not of our sentence around it. */
    private static String quoted(String text) {
        int from = text.indexOf('"');
        int to = text.lastIndexOf('"');
        return to > from && from >= 0 ? text.substring(from + 1, to) : text;
    }

    private static String text(JsonNode finding) {
        return finding.path("text").asText();
    }

    private static String tool(JsonNode finding) {
        return finding.path("tool").asText();
    }
}
