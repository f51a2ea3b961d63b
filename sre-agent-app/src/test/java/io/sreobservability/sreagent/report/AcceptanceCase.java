package io.sreobservability.sreagent.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One prompt of the acceptance set, from {@code src/test/resources/acceptance}.
 *
 * @param name of its file
 * @param prompt what is asked
 * @param user by whom
 * @param before what the same user has had investigated earlier
 * @param agents who is sent, in plan order
 * @param facts what the report must say, each with where it has to come from: a tool, or {@code memory}
 * @param says what it must say besides
 * @param never what it must not say
 */
record AcceptanceCase(
        String name,
        String prompt,
        String user,
        List<String> before,
        List<String> agents,
        List<Fact> facts,
        List<String> says,
        List<String> never) {

    /** A part of a line, and the source that the line must name. */
    record Fact(String says, String from) {}

    static Stream<AcceptanceCase> all() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/acceptance"))) {
            return files.sorted().toList().stream().map(AcceptanceCase::read);
        }
    }

    private static AcceptanceCase read(Path file) {
        try {
            Map<String, Object> yaml =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file, UTF_8));
            return new AcceptanceCase(
                    file.getFileName().toString(),
                    String.valueOf(yaml.get("prompt")),
                    String.valueOf(yaml.get("user")),
                    texts(yaml.get("before")),
                    texts(yaml.get("agents")),
                    ((List<?>) yaml.getOrDefault("facts", List.of()))
                            .stream().map(AcceptanceCase::fact).toList(),
                    texts(yaml.get("says")),
                    texts(yaml.get("never")));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(file + " is no acceptance case", e);
        }
    }

    private static Fact fact(Object yaml) {
        Map<?, ?> fact = (Map<?, ?>) yaml;
        return new Fact(String.valueOf(fact.get("says")), String.valueOf(fact.get("from")));
    }

    private static List<String> texts(@Nullable Object yaml) {
        return yaml == null
                ? List.of()
                : ((List<?>) yaml).stream().map(String::valueOf).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
