package io.sreobservability.sreagent.agent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JSON object in a model's answer: models like to wrap it in a code fence or a sentence, which may have braces,
 * too.
 */
final class ModelJson {
    private static final Pattern FENCED = Pattern.compile("```\\w*\\s*(?=\\{)");

    private static final Pattern BRACE = Pattern.compile("(?=\\{)");

    /** A text of braces alone must not cost. */
    private static final int MOST_TRIES = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelJson() {}

    /**
     * The object that is meant: one in a code fence, else any; of several the last, since a model that quotes does so before
     * it answers.
     *
     * @param members it has at least one of them, or is none that was asked for
     */
    static Optional<JsonNode> find(@Nullable String text, String... members) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<JsonNode> fenced = last(text, FENCED, members);
        return fenced.isPresent() ? fenced : last(text, BRACE, members);
    }

    /** None at all after too many tries: the last one read may be a quotation then. */
    private static Optional<JsonNode> last(String text, Pattern mark, String... members) {
        Optional<JsonNode> last = Optional.empty();
        Matcher marks = mark.matcher(text);
        int from = 0;
        for (int tries = 0; marks.find(from); tries++) {
            if (tries == MOST_TRIES) {
                return Optional.empty();
            }
            Optional<Parsed> parsed = objectAt(text, marks.end());
            // What is inside of an object is no answer of its own.
            from = parsed.map(Parsed::end).orElse(marks.end() + 1);
            Optional<JsonNode> found = parsed.map(Parsed::object)
                    .filter(object -> Arrays.stream(members).anyMatch(object::has));
            last = found.isPresent() ? found : last;
        }
        return last;
    }

    /** An object, and the place behind it. */
    private record Parsed(JsonNode object, int end) {}

    /** What follows the object is not read. */
    private static Optional<Parsed> objectAt(String text, int begin) {
        try (JsonParser parser = JSON.createParser(text.substring(begin))) {
            JsonNode object = JSON.readTree(parser);
            int end = begin + (int) parser.currentLocation().getCharOffset();
            return Optional.of(new Parsed(object, end));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
