package io.sreobservability.sreagent.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Findings to and from JSON. What a model writes outside the form is kept as one finding of free text. */
final class FindingsParser {
    private FindingsParser() {}

    /** What a specialist's answer holds. */
    record Answer(List<Finding> findings, List<String> notFound) {}

    static Answer parse(@Nullable String text) {
        Optional<JsonNode> json = ModelJson.find(text, "findings")
                .filter(node -> node.path("findings").isArray());
        if (json.isEmpty()) {
            return new Answer(text == null || text.isBlank() ? List.of() : List.of(free(text)), List.of());
        }
        List<Finding> findings = new ArrayList<>();
        json.get().path("findings").forEach(node -> {
            if (!node.path("text").asText("").isBlank()) {
                findings.add(finding(node));
            }
        });
        return new Answer(List.copyOf(findings), texts(json.get().path("not_found")));
    }

    private static Finding finding(JsonNode node) {
        return new Finding(
                constant(Finding.Kind.class, node.path("kind"), Finding.Kind.TEXT),
                node.path("subject").asText(""),
                node.path("text").asText(),
                node.path("tool").asText(""),
                node.path("problem").asBoolean(),
                node.path("cause").asBoolean(),
                node.path("user_facing").asBoolean(),
                node.path("weight").asDouble(0.5),
                measure(node.path("measure")),
                texts(node.path("steps")));
    }

    private static Finding.@Nullable Measure measure(JsonNode node) {
        if (!isFinite(node.path("first")) || !isFinite(node.path("last"))) {
            return null;
        }
        return new Finding.Measure(
                constant(Finding.MeasureType.class, node.path("class"), Finding.MeasureType.OTHER),
                node.path("unit").asText(""),
                node.path("first").asDouble(),
                node.path("last").asDouble(),
                node.path("since").asText(""));
    }

    /** JSON may say {@code 1e999}, which no measure is. */
    private static boolean isFinite(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.asDouble());
    }

    private static Finding free(String text) {
        return new Finding(Finding.Kind.TEXT, "", text.strip(), "", false, false, false, 0.5, null, List.of());
    }

    /** A finding as the summary request carries it. */
    static ObjectNode toJson(AgentType agent, Finding finding) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("agent", agent.id())
                .put("kind", finding.kind().name())
                .put("subject", finding.subject())
                .put("text", finding.text())
                .put("tool", finding.tool())
                .put("problem", finding.problem())
                .put("cause", finding.cause())
                .put("user_facing", finding.userFacing())
                .put("weight", finding.weight());
        Finding.Measure measure = finding.measure();
        if (measure != null) {
            json.putObject("measure")
                    .put("class", measure.type().name())
                    .put("unit", measure.unit())
                    .put("first", measure.first())
                    .put("last", measure.last())
                    .put("since", measure.since());
        }
        finding.steps().forEach(json.putArray("steps")::add);
        return json;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(node.asText())) {
                return constant;
            }
        }
        return otherwise;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return List.copyOf(texts);
    }
}
