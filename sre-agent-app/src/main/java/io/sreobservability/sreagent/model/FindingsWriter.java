package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.model.analysis.AnswerAnalyst;
import java.util.Locale;

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
            String everything = talk.answers().values().toString().toLowerCase(Locale.ROOT);
            entities.namedIn(talk.text()).stream()
                    .filter(entity -> !everything.contains(entity))
                    .forEach(notFound::add);
        }
        return answer.toString();
    }
}
