package io.sreobservability.registry.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.name.SpanName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry that {@code docs/extend-the-standard.md} shows is one, and the errors that it shows are ours. */
class ExtendTheStandardTest {
    private static final Path PAGE = Path.of("..", "docs", "extend-the-standard.md");
    private static final Pattern BLOCK = Pattern.compile("```[a-z]+\n# ([a-z.]+)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private Registry compose() {
        return RegistryReader.read(List.of(RegistrySources.standard(), RegistrySources.inFolder(folder)));
    }

    /** Writes the files as the page shows them, their names in the first line. */
    private void writeShownFiles() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            Files.writeString(folder.resolve(block.group(1)), "# " + block.group(1) + "\n" + block.group(2));
        }
    }

    @Test
    void theShownRegistryIsARegistry() throws Exception {
        writeShownFiles();

        Registry registry = compose();

        assertThat(registry.layers().get(1).origin().constantsPackage()).isEqualTo("com.acme.weather.telemetry");
        for (String name : List.of("tool.get_forecast", "plan.draft", "plan.review")) {
            assertThat(registry.familyOf(SpanName.parse(name).orElseThrow()))
                    .as(name)
                    .isPresent();
        }
        assertThat(registry.familyOf(SpanName.parse("tool.get_forcast").orElseThrow()))
                .isEmpty();
        assertThat(registry.layers().get(1).metrics()).extracting(Metric::name).containsExactly("PlanTime");
        assertThat(registry.attribute("sre.tool_params").orElseThrow().traits().maxLength())
                .hasValue(500);
    }

    @Test
    void theShownErrorsAreOurs() throws Exception {
        List<String> messages = new ArrayList<>();
        messages.add(mistake("weather.yaml", "max_length: 500", "max_length: 5000"));
        messages.add(mistake("weather.yaml", "id: acme.tenant", "id: sre.user_id"));
        messages.add(mistake("weather.yaml", "ref: acme.tenant", "ref: acme.tennant"));
        messages.add(mistake("weather.yaml", "sensitivity:", "sensitivty:"));
        messages.add(mistake("registry.index", "constants:", "# constants:"));

        Matcher shown = Pattern.compile("```text\n(src/.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(shown.find()).isTrue();
        assertThat(shown.group(1).lines().map(ExtendTheStandardTest::withoutLinesOfTheStandard))
                .containsExactlyElementsOf(messages.stream()
                        .map(message -> message.replace(folder.toString(), "src/main/telemetry"))
                        .map(ExtendTheStandardTest::withoutLinesOfTheStandard)
                        .toList());
    }

    /** They move whenever somebody writes a better sentence there. */
    private static String withoutLinesOfTheStandard(String message) {
        return message.replaceAll("(of the standard \\([a-z]+\\.yaml):\\d+:\\d+", "$1");
    }

    private String mistake(String file, String correct, String wrong) throws IOException {
        writeShownFiles();
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(correct);
        int at = text.indexOf(correct);
        Files.writeString(folder.resolve(file), text.substring(0, at) + wrong + text.substring(at + correct.length()));
        return catchThrowable(this::compose).getMessage();
    }
}
