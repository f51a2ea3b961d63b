package io.sreobservability.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.maven.diagnostic.ProofCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuildProofsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "build-proofs.md");
    private static final String COMMAND =
            "mvn -pl sre-observability-maven-plugin -am test -Dtest=BuildProofsPageTest -Dsre.docs.write=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void thePageSaysWhatTheGoalsSay() throws Exception {
        String expected = page();
        if (Boolean.getBoolean("sre.docs.write")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(PAGE)
                .as("docs/build-proofs.md is missing; write it with: %s", COMMAND)
                .exists();
        assertThat(Files.readString(PAGE))
                .as("docs/build-proofs.md is stale; rewrite it with: %s", COMMAND)
                .isEqualTo(expected);
    }

    @Test
    void codesAreUniqueInOrderAndOfThisPlugin() {
        assertThat(Arrays.stream(ProofCode.values()).map(ProofCode::code))
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(code -> code.matches("SRE2\\d{2}"));
    }

    @Test
    void everyCodeIsProvokedBySomeTest() throws Exception {
        String tests;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            tests = files.filter(file -> file.toString().endsWith(".java"))
                    .map(BuildProofsPageTest::read)
                    .collect(Collectors.joining());
        }

        assertThat(ProofCode.values())
                .allMatch(
                        code -> tests.contains("[" + code.code() + "]") || tests.contains("ProofCode." + code.name()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page() throws Exception {
        String introduction;
        try (var text = BuildProofsPageTest.class.getResourceAsStream("build-proofs-introduction.md")) {
            introduction = new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
        return introduction.replace("%COMMAND%", COMMAND)
                + Arrays.stream(ProofCode.values())
                        .map(BuildProofsPageTest::section)
                        .collect(Collectors.joining());
    }

    private static String section(ProofCode code) {
        return "\n## " + code.code() + "\n\n> *place*: " + code.problem().replaceAll("%[sd]", "*...*")
                + ".\n\n**Why:** " + markdown(code.reason()) + "\n\n**Fix:** " + markdown(code.fix()) + ".\n";
    }

    /** Tags of a pom are text here, not HTML. */
    private static String markdown(String text) {
        return text.replaceAll("(?<!`)(<[^ ]+>)(?!`)", "`$1`");
    }
}
