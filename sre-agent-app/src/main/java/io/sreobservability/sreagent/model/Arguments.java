package io.sreobservability.sreagent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import io.sreobservability.sreagent.model.Intents.Intent;
import io.sreobservability.sreagent.model.analysis.Vocabulary;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills a tool's parameters. A closed list gets the member the query names (or its time window, or the intent's value);
 * an id comes from an earlier answer; other required texts come from the intent or are the query's own most telling word.
 * Optional ones stay out when nothing speaks for a value.
 */
final class Arguments {
    private static final String ID_SUFFIX = "_id";

    /** The parameter that a tool looks for, letter by letter. */
    private static final String LOOKED_FOR = "pattern";

    private final Vocabulary vocabulary;

    Arguments(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The arguments as a JSON object; empty if a required one cannot be filled. */
    Optional<String> fill(ToolSpecification tool, Conversation talk, Optional<Intent> intent) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        JsonObjectSchema schema = tool.parameters();
        if (schema == null) {
            return Optional.of(json.toString());
        }
        for (Map.Entry<String, JsonSchemaElement> parameter :
                schema.properties().entrySet()) {
            boolean required = schema.required().contains(parameter.getKey());
            Optional<String> value = value(parameter.getKey(), parameter.getValue(), required, talk, intent);
            if (value.isPresent()) {
                json.put(parameter.getKey(), value.get());
            } else if (required) {
                return Optional.empty();
            }
        }
        return Optional.of(json.toString());
    }

    /** The same arguments with a text that is looked for in its other spelling; empty if it has none. */
    Optional<String> otherSpelling(String arguments) {
        return vocabulary.spellings().entrySet().stream()
                .map(spelling -> arguments.replace(
                        "\"" + LOOKED_FOR + "\":\"" + spelling.getKey() + "\"",
                        "\"" + LOOKED_FOR + "\":\"" + spelling.getValue() + "\""))
                .filter(other -> !other.equals(arguments))
                .findFirst();
    }

    /** Whether the tool cannot be called without an id. */
    boolean needsId(ToolSpecification tool) {
        return tool.parameters() != null
                && tool.parameters().required().stream().anyMatch(name -> name.endsWith(ID_SUFFIX));
    }

    private Optional<String> value(
            String name, JsonSchemaElement type, boolean required, Conversation talk, Optional<Intent> intent) {
        Optional<String> usual = intent.map(Intent::arguments).map(values -> values.get(name));
        if (type instanceof JsonEnumSchema choice) {
            return member(choice.enumValues(), talk)
                    .or(() -> usual.filter(choice.enumValues()::contains))
                    .or(() -> required ? choice.enumValues().stream().findFirst() : Optional.empty());
        }
        if (!required) {
            return Optional.empty();
        }
        return name.endsWith(ID_SUFFIX)
                ? idFromAnswers(name, givers(type.description(), talk), talk.query())
                : usual.or(() -> topic(talk, intent));
    }

    /** What the query is about beside its intent: its longest other word. */
    private Optional<String> topic(Conversation talk, Optional<Intent> intent) {
        Words kind = Words.of(
                String.join(" ", intent.map(i -> i.matches(talk.query())).orElse(List.of())));
        return talk.query().list().stream()
                .filter(word -> !kind.list().contains(word))
                .filter(word -> !vocabulary.stopWords().contains(word)
                        && !vocabulary.entitySuffixes().contains(word))
                .reduce((a, b) -> b.length() > a.length() ? b : a);
    }

    /** The member that the query names: as a time window, or by its name outside the words of a time window. */
    private Optional<String> member(List<String> members, Conversation talk) {
        String rest = talk.text().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> window : vocabulary.timeWindows().entrySet()) {
            if (talk.query().contains(window.getKey()) && members.contains(window.getValue())) {
                return Optional.of(window.getValue());
            }
            rest = rest.replace(window.getKey(), " ");
        }
        Words named = Words.of(rest);
        return members.stream().filter(named::contains).findFirst();
    }

    /** The answers an id may come from: of the tools that its description names, else all. */
    private static Collection<JsonNode> givers(@Nullable String description, Conversation talk) {
        Map<String, JsonNode> named = new LinkedHashMap<>(talk.answers());
        named.keySet().removeIf(tool -> description == null || !description.contains(tool));
        return named.isEmpty() ? talk.answers().values() : named.values();
    }

    /** The id of the row whose text shares most words with the query; empty if none shares any. */
    private static Optional<String> idFromAnswers(String name, Collection<JsonNode> answers, Words query) {
        String best = null;
        long most = 0;
        for (JsonNode answer : answers) {
            for (JsonNode parent : answer.findParents("id")) {
                Words text = Words.of(parent.toString());
                long shared = query.list().stream()
                        .filter(w -> w.length() > 3 && text.list().contains(w))
                        .count();
                if (shared > most && parent.path("id").isTextual()) {
                    most = shared;
                    best = parent.path("id").asText();
                }
            }
            for (JsonNode parent : answer.findParents(name)) {
                if (best == null && parent.path(name).isTextual()) {
                    best = parent.path(name).asText();
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
