package io.sreobservability.sreagent.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The offline model knows operations, not this incident: nothing that only the data set names is written into it. */
class NoDataSetWordsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Path DATA = MAIN.resolve("resources/backend");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NAMING_KEYS =
            Set.of("id", "name", "service", "services", "pod", "object", "node", "endpoint", "container");
    private static final Pattern CONFIG_MAP = Pattern.compile("ConfigMap ([a-z0-9.-]*[a-z0-9]*-[a-z0-9.-]*[a-z0-9])");
    /** Columns of one row that are general words: also fields of the model's own summary, or names of step lists. */
    private static final Set<String> GENERAL_COLUMNS = Set.of("root_cause", "impact", "resolution");

    @Test
    void noNameOfTheDataSetIsWrittenIntoTheModel() throws IOException {
        Set<String> words = dataSetWords();
        assertThat(words)
                .contains("web-service", "database", "database-config", "node-1", "postgres", "specific_pod")
                .contains("database-pod-7b9c4d8f2a-x5m1q", "web-service-deployment", "oom-resolution", "/api/users");

        for (Path file : modelFiles()) {
            String text = Files.readString(file).toLowerCase(Locale.ROOT);
            assertThat(words).as(file.toString()).noneMatch(word -> contains(text, word));
        }
    }

    /** As a word of its own: "database" is not in "databases-in-general". */
    private static boolean contains(String text, String word) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])")
                .matcher(text)
                .find();
    }

    private static List<Path> modelFiles() throws IOException {
        try (Stream<Path> sources = Files.walk(MAIN.resolve("java/io/sreobservability/sreagent/model"));
                Stream<Path> resources = Files.walk(MAIN.resolve("resources/model"))) {
            return Stream.concat(sources, resources)
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static Set<String> dataSetWords() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(DATA)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".jsonl")) {
                    collect(Files.readAllLines(file), words);
                } else if (file.toString().endsWith(".json")) {
                    collectNames(JSON.readTree(file.toFile()), words);
                }
            }
        }
        return words;
    }

    private static void collect(List<String> lines, Set<String> words) throws IOException {
        Map<String, Integer> columns = new HashMap<>();
        for (String line : lines) {
            JsonNode row = JSON.readTree(line);
            row.fieldNames().forEachRemaining(column -> columns.merge(column, 1, Integer::sum));
            collectNames(row, words);
            Matcher configMap = CONFIG_MAP.matcher(line);
            while (configMap.find()) {
                words.add(configMap.group(1));
            }
        }
        columns.forEach((column, rows) -> {
            if (rows == 1 && !GENERAL_COLUMNS.contains(column)) {
                words.add(column);
            }
        });
    }

    private static void collectNames(JsonNode node, Set<String> words) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (NAMING_KEYS.contains(field.getKey())) {
                texts(field.getValue()).forEach(name -> words.add(name.toLowerCase(Locale.ROOT)));
            }
        }
        node.forEach(child -> collectNames(child, words));
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(text -> {
            if (text.isTextual()) {
                texts.add(text.asText());
            }
        });
        return texts;
    }
}
