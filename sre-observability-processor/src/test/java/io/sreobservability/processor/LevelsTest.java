package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.sreobservability.processor.diagnostic.Level;
import io.sreobservability.processor.diagnostic.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTest {
    private static final String OVERRIDE = """
            static class Base { @ToolSpan("tool.base") void call() {} }
            static class Sub extends Base { @Override void call() {} }
            """;
    private static final String LONG_QUERY = "@ToolSpan(\"tool.x\") @FixedAttribute(key = \"sre.query\", value = \""
            + "x".repeat(201) + "\") void m() {}";

    @Test
    void aRuleIsAsGraveAsTheBuildSays() {
        assertThat(kinds("", OVERRIDE)).containsExactly(Diagnostic.Kind.WARNING);
        assertThat(kinds("SRE019=off", OVERRIDE)).isEmpty();
        assertThat(kinds("SRE001=error, SRE019=note,", OVERRIDE)).containsExactly(Diagnostic.Kind.NOTE);
        assertThat(kinds("SRE019=error", OVERRIDE)).containsExactly(Diagnostic.Kind.ERROR);
        assertThat(kinds("SRE029=warning", LONG_QUERY)).containsExactly(Diagnostic.Kind.WARNING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SRE001=warning | goes below the standard's minimum for this rule, which is error. See",
                "SRE029=off     | goes below the standard's minimum for this rule, which is warning. See",
                "SRE777=off     | names no known code. See",
                "SRE-018=off    | names no known code. Did you mean `SRE018`? See",
                "SRE018=quiet   | names no level; levels are off, note, warning, error. See",
                "SRE018         | is not of the form `SRE018=off`. See",
            })
    void anEntryThatSaysNothingIsAnError(String entry, String text) {
        assertThat(messages(entry, ""))
                .containsExactly("[SRE088] `" + entry + "` in -Asre.observability.levels " + text
                        + " docs/diagnostics.md#sre088");
    }

    @Test
    void aWrongEntryDoesNotUndoTheOthers() {
        assertThat(messages("SRE777=off,SRE019=off", OVERRIDE))
                .singleElement()
                .asString()
                .startsWith("[SRE088]");
    }

    @Test
    void theSourceMayAskNotToBeTold() {
        String suppressed = OVERRIDE.replace("@Override", "@Override @SuppressWarnings({\"x\", \"SRE019\"})");
        String around = "@SuppressWarnings(\"SRE019\") static class Around {\n" + OVERRIDE + "}\n";

        assertThat(messages("", suppressed)).isEmpty();
        assertThat(messages("", around)).isEmpty();
        assertThat(messages("", suppressed.replace("SRE019", "SRE009"))).hasSize(1);
    }

    @Test
    void whatTheStandardInsistsOnCannotBeSuppressed() {
        assertThat(messages("", "@SuppressWarnings(\"SRE001\") @ToolSpan(\"tool.X\") void m() {}"))
                .hasSize(1);
        assertThat(messages("", "@SuppressWarnings(\"SRE029\")" + LONG_QUERY)).hasSize(1);
    }

    @Test
    void noMessageStartsBelowItsMinimum() {
        assertThat(Message.values())
                .allSatisfy(message -> assertThat(message.level()).isGreaterThanOrEqualTo(message.minimum()));
        assertThat(Arrays.stream(Message.values()).map(Message::minimum)).contains(Level.OFF, Level.WARNING);
    }

    private static List<Diagnostic.Kind> kinds(String levels, String members) {
        return compile(levels, members).diagnostics().stream()
                .filter(diagnostic -> diagnostic.getMessage(Locale.ROOT).startsWith("[SRE"))
                .<Diagnostic.Kind>map(Diagnostic::getKind)
                .toList();
    }

    private static List<String> messages(String levels, String members) {
        return compile(levels, members).diagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .filter(message -> message.startsWith("[SRE"))
                .toList();
    }

    private static Compilation compile(String levels, String members) {
        return Compiling.compile(
                List.of(
                        "-Asre.observability.levels=" + levels,
                        "-Asre.observability.constants=io.sreobservability.aspects.standard"),
                Compiling.agent(members));
    }
}
