package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers the summary request from what it is given: what memory says if that was asked, cause, impact, next steps, and
 * for readers who want them evidence and the steps of a guide.
 */
final class SummaryWriter {
    private static final int MAX_IMPACT = 4;
    private static final int MAX_EVIDENCE = 2;
    private static final double CORROBORATION = 0.2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Intents intents;
    private final FollowUps followUps;
    private final NextSteps nextSteps;

    SummaryWriter(Intents intents, FollowUps followUps, NextSteps nextSteps) {
        this.intents = intents;
        this.followUps = followUps;
        this.nextSteps = nextSteps;
    }

    String write(String request) {
        JsonNode asked = read(request);
        String query = asked.path("query").asText();
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        if (intents.history().asked(followUps.words(query, asked))) {
            summary.put("answer", Recall.of(asked));
        }
        if (asked.has("severity")) {
            List<JsonNode> findings = new ArrayList<>();
            asked.path("findings").forEach(findings::add);
            sumUp(query, asked, findings, summary);
        }
        return summary.toString();
    }

    private void sumUp(String query, JsonNode asked, List<JsonNode> findings, ObjectNode summary) {
        List<JsonNode> causes = causes(findings);
        JsonNode style = asked.path("preferences").path("style");
        summary.put(
                "root_cause", unknown(asked.path("not_found")) + absent(query, findings) + rootCause(causes, findings));
        if (!style.path("communication_style").asText().equals("executive")) {
            evidence(causes).forEach(summary.putArray("evidence")::add);
        }
        summary.put("impact", impact(findings));
        List<JsonNode> procedures = nextSteps.procedures(query, causes, findings);
        nextSteps.of(procedures, causes, findings).forEach(summary.putArray("next_steps")::add);
        if (style.path("include_troubleshooting_steps").asBoolean(true)) {
            nextSteps.troubleshooting(procedures).forEach(summary.putArray("troubleshooting")::add);
        }
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

    /** So does what the query speaks of and a tool looked for in vain. */
    private static String absent(String query, List<JsonNode> findings) {
        return findings.stream()
                .filter(f -> f.path("kind").asText().equals("ABSENT"))
                .filter(f -> query.toLowerCase(Locale.ROOT)
                        .contains(f.path("subject").asText().toLowerCase(Locale.ROOT)))
                .map(f -> "As to the question, " + sourced(f) + ". Elsewhere:\n")
                .collect(Collectors.joining());
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

    private static String rootCause(List<JsonNode> causes, List<JsonNode> findings) {
        if (!causes.isEmpty()) {
            return sourced(causes.get(0));
        }
        return findings.stream()
                .filter(f -> f.path("problem").asBoolean())
                .max(Comparator.comparingDouble(f -> f.path("weight").asDouble()))
                .map(f -> "No answer names a cause. The strongest signal: " + sourced(f))
                .orElse("The answers show no problem, so there is no cause to name.");
    }

    /** What other tools say of the cause. */
    private static Stream<String> evidence(List<JsonNode> causes) {
        return causes.stream()
                .filter(cause -> !tool(cause).equals(tool(causes.get(0))))
                .limit(MAX_EVIDENCE)
                .map(SummaryWriter::sourced);
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
        return Stream.concat(
                        Stream.of("Users of " + services + ":"), hit.stream().map(SummaryWriter::sourced))
                .collect(Collectors.joining("\n"));
    }

    static String sourced(JsonNode finding) {
        String tool = tool(finding);
        return finding.path("text").asText() + " [" + (tool.isEmpty() ? "no source named" : tool) + "]";
    }

    private static String tool(JsonNode finding) {
        return finding.path("tool").asText();
    }
}
