package io.sreobservability.sreagent.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JSON object in a model's answer: models like to wrap it in a code fence or a sentence, which may have braces,
 * too.
 */
final class ModelJson {
    private static final Pattern FENCED = Pattern.compile("```\\w*\\s*(?=\\{)");

    /** A text of braces alone must not cost. */
    private static final int MOST_TRIES = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelJson() {}

    /**
     * The first object that is meant: in a code fence, else anywhere.
     *
     * @param members it has at least one of them, or is none that was asked for
     */
    static Optional<JsonNode> find(@Nullable String text, String... members) {
        if (text == null) {
            return Optional.empty();
        }
        IntStream fenced = FENCED.matcher(text).results().mapToInt(MatchResult::end);
        IntStream anywhere = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '{');
        return IntStream.concat(fenced, anywhere)
                .limit(MOST_TRIES)
                .mapToObj(begin -> objectAt(text.substring(begin)))
                .flatMap(Optional::stream)
                .filter(object -> Arrays.stream(members).anyMatch(object::has))
                .findFirst();
    }

    /** What follows the object is not read. */
    private static Optional<JsonNode> objectAt(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
