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

    private static final String INTRODUCTION = """
            Every mistake in an annotation is reported with a stable code, at the value that is wrong, and with the nearest valid
            name where there is one. `%s` stands for a part of your source. Text of your source is shown on one line: cut after 160
            characters, and with characters that cannot be seen written as `\\u200B`.

            ## Levels

            Most findings are errors, for nothing true could be generated. A build sets the level of the others, each to
            `off`, `note`, `warning` or `error`, but never below the minimum that this page names:

            ```
            -Asre.observability.levels=SRE018=off,SRE029=warning
            ```

            A finding that may be switched off may also be suppressed at one place, with `@SuppressWarnings("SRE018")` on the
            method or class. Warnings fail builds that run with `-Werror`; there, settle each one by one of these two ways.

            ## What is not seen

            No processor sees inside method bodies: annotations on parameters of lambdas and in local or anonymous classes are not
            checked; `verify-woven` reports the span annotations among them. javac itself drops an annotation on a component of a
            record whose canonical constructor spells out its parameters. Overriding methods are looked at in the module that
            is compiled, if it has annotations of ours at all.

            Compilers run processors before they look into method bodies, and javac stops there when a processor reports an
            error: it then says nothing about mistakes inside bodies until ours are mended, unless it gets
            `-XDshould-stop.ifError=FLOW`. Mistakes in declarations are reported together with ours.

            The Eclipse compiler gives the line of a finding; for components of records it gives no place. Inside repeated
            annotations it names the method's line.
            """;

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
                + INTRODUCTION
                + "\nGenerated from the message table; after changing it, run\n`" + COMMAND + "`.\n"
                + Arrays.stream(Message.values())
                        .map(DiagnosticsPageTest::section)
                        .collect(Collectors.joining());
    }

    private static String section(Message message) {
        return "\n## " + message.code() + "\n\n> "
                + message.template().replace("%1$s", "%s").replace("%d", "%s") + "\n\n**Level:** " + level(message)
                + "\n\n**Why:** " + message.reason()
                + "\n\n**Fix:** " + message.fix() + "\n";
    }

    private static String level(Message message) {
        String level = message.level().label();
        return message.minimum() == message.level()
                ? level + ", always"
                : level + "; a build may lower it to " + message.minimum().label();
    }
}
