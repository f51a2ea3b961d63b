package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers the summary request from the findings it is given: cause, impact, next steps. */
final class SummaryWriter {
    private static final int MAX_IMPACT = 4;
    private static final int MAX_PROOFS = 2;
    private static final double CORROBORATION = 0.2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NextSteps nextSteps;

    SummaryWriter(NextSteps nextSteps) {
        this.nextSteps = nextSteps;
    }

    String write(String request) {
        List<JsonNode> findings = new ArrayList<>();
        JsonNode asked = read(request);
        asked.path("findings").forEach(findings::add);
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        List<JsonNode> causes = causes(findings);
        summary.put("root_cause", unknown(asked.path("not_found")) + rootCause(causes, findings));
        summary.put("impact", impact(findings));
        nextSteps.of(asked.path("query").asText(), causes, findings).forEach(summary.putArray("next_steps")::add);
        return summary.toString();
    }

    private static JsonNode read(String request) {
        try {
            return JSON.readTree(request);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The summary request is not JSON.", e);
        }
    }

    /** What the query names and no answer mentions comes first: the causes below are of something else. */
    private static String unknown(JsonNode notFound) {
        if (notFound.isEmpty()) {
            return "";
        }
        List<String> names = new ArrayList<>();
        notFound.forEach(name -> names.add(name.asText()));
        return "No tool answer mentions " + String.join(" or ", names) + ", so nothing is known of it. Elsewhere:\n";
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
        Set<String> words = NextSteps.telling(cause);
        long tools = causes.stream()
                .filter(other -> !tool(other).equals(tool(cause)))
                .filter(other -> NextSteps.telling(other).stream().anyMatch(words::contains))
                .map(SummaryWriter::tool)
                .distinct()
                .count();
        return cause.path("weight").asDouble() + CORROBORATION * (double) tools;
    }

    /** The cause in the first line, what other tools say of it in the next ones. */
    private static String rootCause(List<JsonNode> causes, List<JsonNode> findings) {
        if (!causes.isEmpty()) {
            JsonNode best = causes.get(0);
            Stream<JsonNode> proofs =
                    causes.stream().filter(c -> !tool(c).equals(tool(best))).limit(MAX_PROOFS);
            return lines(Stream.concat(Stream.of(best), proofs).map(SummaryWriter::sourced));
        }
        return findings.stream()
                .filter(f -> f.path("problem").asBoolean())
                .max(Comparator.comparingDouble(f -> f.path("weight").asDouble()))
                .map(f -> "No answer names a cause. The strongest signal: " + sourced(f))
                .orElse("The answers show no problem, so there is no cause to name.");
    }

    /** Whom it hits in the first line, and how in the next ones. */
    private static String impact(List<JsonNode> findings) {
        List<JsonNode> hit = findings.stream()
                .filter(f ->
                        f.path("user_facing").asBoolean() && f.path("problem").asBoolean())
                .sorted(Comparator.<JsonNode>comparingDouble(
                                f -> f.path("weight").asDouble())
                        .reversed())
                .limit(MAX_IMPACT)
                .toList();
        if (hit.isEmpty()) {
            return "No answer shows a user-facing service that is slow or failing.";
        }
        String services =
                hit.stream().map(f -> f.path("subject").asText()).distinct().collect(Collectors.joining(", "));
        return lines(Stream.concat(
                Stream.of("Users of " + services + ":"), hit.stream().map(SummaryWriter::sourced)));
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    private static String sourced(JsonNode finding) {
        return text(finding) + " [" + tool(finding) + "]";
    }

    private static String text(JsonNode finding) {
        return finding.path("text").asText();
    }

    private static String tool(JsonNode finding) {
        return finding.path("tool").asText();
    }
}
