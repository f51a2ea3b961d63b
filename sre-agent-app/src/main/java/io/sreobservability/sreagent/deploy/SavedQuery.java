package io.sreobservability.sreagent.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A CloudWatch Logs Insights query that people find under its name in the console.
 *
 * @param name unique; a slash makes a folder
 * @param description what it answers; kept as a comment above the query, because CloudWatch has no field for it
 * @param logGroup the log group it reads
 * @param query in the Logs Insights query language
 */
public record SavedQuery(String name, String description, String logGroup, String query) {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_QUERY = 10_000;

    /**
     * Reads and checks a file with an array of queries.
     *
     * @throws DeploymentException naming the file and the first problem
     */
    public static List<SavedQuery> readAll(Path file) {
        JsonNode json = JsonFile.read(file);
        if (!json.isArray()) {
            throw new DeploymentException(file + ": must be an array of {name, description, logGroup, query}");
        }
        List<SavedQuery> queries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < json.size(); i++) {
            String at = file + ": /" + i;
            SavedQuery query = new SavedQuery(
                    text(json.get(i), "name", at),
                    text(json.get(i), "description", at),
                    text(json.get(i), "logGroup", at),
                    text(json.get(i), "query", at));
            if (query.name.length() > LONGEST_NAME) {
                throw new DeploymentException(at + "/name: at most " + LONGEST_NAME + " characters");
            }
            if (query.text().length() > LONGEST_QUERY) {
                throw new DeploymentException(at + "/query: at most " + LONGEST_QUERY + " characters");
            }
            if (!names.add(query.name)) {
                throw new DeploymentException(at + "/name: \"" + query.name + "\" is there twice");
            }
            queries.add(query);
        }
        return List.copyOf(queries);
    }

    /** The query as stored: the description as a comment, then the query. */
    public String text() {
        return "# " + description.replaceAll("\\R", " ") + "\n" + query;
    }

    private static String text(JsonNode query, String field, String at) {
        String value = query.path(field).asText("");
        if (value.isBlank()) {
            throw new DeploymentException(at + "/" + field + ": is missing");
        }
        return value;
    }
}
