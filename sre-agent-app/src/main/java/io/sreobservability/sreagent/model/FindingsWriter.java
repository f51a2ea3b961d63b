package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.model.analysis.AnswerAnalyst;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the specialist's last request: what the tool answers show, and what the query names that none mentions. */
final class FindingsWriter {
    private final AnswerAnalyst analyst;
    private final Entities entities;

    FindingsWriter(AnswerAnalyst analyst, Entities entities) {
        this.analyst = analyst;
        this.entities = entities;
    }

    String write(Conversation talk) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode findings = answer.putArray("findings");
        talk.answers()
                .forEach((tool, json) -> analyst.analyze(
                                json, talk.asked().getOrDefault(tool, MissingNode.getInstance()))
                        .forEach(observation -> findings.add(observation.toJson(tool))));
        ArrayNode notFound = answer.putArray("not_found");
        if (!talk.answers().isEmpty()) {
            entities.namedIn(talk.text()).stream()
                    .filter(entity -> talk.answers().entrySet().stream()
                            .noneMatch(given ->
                                    mentions(given.getValue(), talk.asked().get(given.getKey()), entity)))
                    .forEach(notFound::add);
        }
        return answer.toString();
    }

    /** Whether the answer knows the entity. What was asked is often repeated in the answer: that is no knowledge. */
    private static boolean mentions(JsonNode answer, @Nullable JsonNode asked, String entity) {
        for (Map.Entry<String, JsonNode> field : answer.properties()) {
            if (field.getKey().toLowerCase(Locale.ROOT).contains(entity)) {
                return true;
            }
        }
        for (JsonNode child : answer) {
            if (mentions(child, asked, entity)) {
                return true;
            }
        }
        return answer.asText().toLowerCase(Locale.ROOT).contains(entity) && !isArgument(answer, asked);
    }

    private static boolean isArgument(JsonNode value, @Nullable JsonNode asked) {
        if (asked != null) {
            for (JsonNode argument : asked) {
                if (argument.equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }
}
