package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.processor.diagnostic.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiagnosticsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "diagnostics.md");
    private static final String COMMAND =
            "mvn -pl sre-observability-processor -am test -Dtest=DiagnosticsPageTest -Dsre.docs.write=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void thePageSaysWhatTheProcessorSays() throws Exception {
        String expected = page();
        if (Boolean.getBoolean("sre.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, expected);
        }

        assertThat(PAGE)
                .as("docs/diagnostics.md is missing; write it with: %s", COMMAND)
                .exists();
        assertThat(Files.readString(PAGE))
                .as("docs/diagnostics.md is stale; rewrite it with: %s", COMMAND)
                .isEqualTo(expected);
    }

    @Test
    void codesAreUniqueAndInOrder() {
        assertThat(Arrays.stream(Message.values()).map(Message::code))
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(code -> code.matches("SRE\\d{3}"));
    }

    private static String page() {
        return "# Diagnostics of the annotation processor\n\n"
                + "Every mistake in an annotation is a compile error with a stable code, at the value that is wrong, and with"
                + " the nearest\nvalid name where there is one. `%s` stands for a part of your source.\n\n"
                + "No processor sees inside method bodies: annotations on parameters of lambdas and in local or anonymous classes are"
                + " not\nchecked; `verify-woven` reports the span annotations among them. javac itself drops an annotation on a component"
                + " of a\nrecord whose canonical constructor spells out its parameters.\n\n"
                + "Generated from the message table; after changing it, run\n`" + COMMAND + "`.\n"
                + Arrays.stream(Message.values())
                        .map(DiagnosticsPageTest::section)
                        .collect(Collectors.joining());
    }

    private static String section(Message message) {
        return "\n## " + message.code() + "\n\n> "
                + message.template().replace("%1$s", "%s").replace("%d", "%s") + "\n\n**Why:** " + message.reason()
                + "\n\n**Fix:** " + message.fix() + "\n";
    }
}
