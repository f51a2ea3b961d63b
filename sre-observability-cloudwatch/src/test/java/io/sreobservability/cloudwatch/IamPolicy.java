package io.sreobservability.cloudwatch;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A policy of {@code docs/iam}. */
record IamPolicy(String version, List<JsonNode> statements) {

    private static final Path FOLDER = Path.of("..", "docs", "iam");

    static IamPolicy read(String file) {
        try {
            JsonNode policy = new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(Files.readString(FOLDER.resolve(file)));
            List<JsonNode> statements = new ArrayList<>();
            policy.path("Statement").forEach(statements::add);
            return new IamPolicy(policy.path("Version").asText(), statements);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All actions that it allows. */
    Set<String> granted() {
        Set<String> granted = new TreeSet<>();
        statements.forEach(statement -> granted.addAll(texts(statement.path("Action"))));
        return granted;
    }

    /** A member of a statement that is a text or a list of texts. */
    static Set<String> texts(JsonNode oneOrMany) {
        Set<String> texts = new TreeSet<>();
        if (oneOrMany.isTextual()) {
            texts.add(oneOrMany.asText());
        }
        oneOrMany.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
