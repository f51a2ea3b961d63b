package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The code of docs/context.md is code that compiles. */
class ContextPageTest {
    private static final Path PAGE = Path.of("..", "docs", "context.md");
    private static final Path EXAMPLES =
            Path.of("src", "test", "java", "io", "sreobservability", "aspects", "ContextExamples.java");

    @Test
    void everySnippetIsPartOfAClassThatCompiles() throws IOException {
        List<String> snippets = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> unformatted(block.group(1)))
                .toList();

        assertThat(snippets).hasSizeGreaterThan(5);
        assertThat(unformatted(Files.readString(EXAMPLES))).contains(snippets);
    }

    /** Without line breaks and indentation, which the formatter of the sources decides on. */
    private static String unformatted(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining());
    }
}
