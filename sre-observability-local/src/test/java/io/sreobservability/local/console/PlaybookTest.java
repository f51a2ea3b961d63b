package io.sreobservability.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.console.RunningConsole.Pages;
import io.sreobservability.local.console.browser.Tab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways that the troubleshooting playbook describes for the console, taken step by step as they are written there. */
@Tag("browser")
@ExtendWith(RunningConsole.class)
class PlaybookTest {
    private static final Path PLAYBOOK = Path.of("../docs/TROUBLESHOOTING_PLAYBOOK.md");
    private static final Pattern STEP = Pattern.compile("(?m)^\\d+\\. (.*(?:\\n   .*)*)");
    private static final Pattern NAMED = Pattern.compile("\\*([^*]+)\\*|`([^`]+)`");
    private final Pages pages;

    PlaybookTest(Pages pages) {
        this.pages = pages;
    }

    static Stream<String> ways() throws Exception {
        String section = Files.readString(PLAYBOOK).split("(?m)^## ", -1)[1];
        assertThat(section).startsWith("In the console");
        return Arrays.stream(section.split("(?m)^### ", -1)).skip(1);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyStepOfEveryWayCanBeTaken(String way) {
        List<String> steps =
                STEP.matcher(way).results().map(step -> step.group(1)).toList();
        assertThat(steps).hasSizeBetween(4, 6);
        steps.forEach(this::take);
        assertThat(pages.tab().complaints()).isEmpty();
    }

    private void take(String step) {
        List<String> named =
                NAMED.matcher(step).results().map(PlaybookTest::name).toList();
        Tab tab = pages.tab();
        switch (step.split(" ", 2)[0]) {
            case "Open" -> pages.open(named.get(0).replaceFirst("^/console/(#/)?", ""));
            case "Click" -> tab.click("main a, main button, main .wf-row", named.get(0));
            case "Choose" -> {
                choose("left", named.get(0));
                choose("right", named.get(1));
            }
            case "Press" -> named.forEach(tab::press);
            case "Read" -> named.stream().filter(name -> !name.startsWith("/")).forEach(tab::awaitText);
            default -> throw new AssertionError("What is this step? " + step);
        }
    }

    private void choose(String side, String user) {
        String option = "[...document.querySelectorAll('[name=" + side + "] option')].find((one) => one.text.includes('"
                + user + "') && one.text.includes('" + Scenarios.PODS + "'))";
        pages.tab().await(option);
        pages.tab()
                .eval("(() => { const select = document.querySelector('[name=" + side + "]'); select.value = " + option
                        + ".value; select.dispatchEvent(new Event('change')); })()");
    }

    private static String name(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
