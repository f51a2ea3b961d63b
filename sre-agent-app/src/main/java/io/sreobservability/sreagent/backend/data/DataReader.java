package io.sreobservability.sreagent.backend.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files of the data set from the built-in resources or from a folder. */
final class DataReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final @Nullable Path folder;

    /** Reads from {@code folder}, or the built-in data if it is {@code null}. */
    DataReader(@Nullable Path folder) {
        this.folder = folder;
    }

    /** One JSON document. */
    JsonNode document(String path) {
        return parse(read(path), place(path));
    }

    /** The objects of a file with one a line, as an array; blank lines are skipped. */
    ArrayNode lines(String path) {
        List<String> lines = read(path).lines().toList();
        ArrayNode rows = JSON.createArrayNode();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                String place = place(path) + ", line " + (i + 1);
                JsonNode row = parse(lines.get(i), place);
                if (!row.isObject()) {
                    throw new DataException(place + ": expected a JSON object");
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static JsonNode parse(String text, String place) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isMissingNode()) {
                throw new DataException(place + ": is empty");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new DataException(place + ": not valid JSON: " + e.getOriginalMessage());
        }
    }

    private String read(String path) {
        try {
            if (folder != null) {
                return Files.readString(folder.resolve(path), UTF_8);
            }
            try (InputStream in = DataReader.class.getResourceAsStream("/backend/" + path)) {
                if (in == null) {
                    throw new DataException(place(path) + ": not found");
                }
                return new String(in.readAllBytes(), UTF_8);
            }
        } catch (IOException e) {
            throw new DataException(
                    place(path) + ": can't be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private String place(String path) {
        return folder == null ? "built-in data " + path : folder.resolve(path).toString();
    }
}
