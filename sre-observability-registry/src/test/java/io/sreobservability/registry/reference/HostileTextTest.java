package io.sreobservability.registry.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.contract.Hostile;
import io.sreobservability.registry.contract.ModuleContract;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a registry or an annotation says, the page keeps its form. */
class HostileTextTest {
    @Provide
    Arbitrary<String> hostile() {
        return Hostile.texts();
    }

    /** What is not text, so that two pages can be compared: headings by level and tables by their number of rows. */
    private static String form(String page) {
        ParsedPage parsed = new ParsedPage(page);
        assertThat(parsed.foreign()).isEmpty();
        return parsed.headings().size() + " headings, rows "
                + parsed.tables().stream()
                        .map(table -> table.stream()
                                .map(row -> String.valueOf(row.size()))
                                .collect(Collectors.joining(",")))
                        .toList();
    }

    @Property(tries = 500)
    void hostileTextNeverChangesTheFormOfAPage(@ForAll("hostile") String text) {
        String page = ReferencePage.of(List.of(new ModuleContract("m" + text, Hostile.everywhere(text))));
        String plain = ReferencePage.of(List.of(new ModuleContract("m", Hostile.everywhere("plain"))));

        assertThat(form(page)).isEqualTo(form(plain));
        assertThat(page.lines().count()).isLessThanOrEqualTo(plain.lines().count());
        assertThat(page.codePoints().filter(c -> c != '\n' && isUnseen(c)).count())
                .isZero();
    }

    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    @Property(tries = 500)
    void everyRowHasTheSameNumberOfPipesThatSeparate(@ForAll("hostile") String text) {
        for (String block : ReferencePage.of(Hostile.everywhere(text)).split("\n\n", -1)) {
            if (block.startsWith("| ")) {
                assertThat(block.lines().map(HostileTextTest::separators).distinct())
                        .as(block)
                        .hasSize(1);
            }
        }
    }

    /** An oracle of its own: a pipe separates unless an odd number of backslashes stands before it. */
    private static int separators(String line) {
        int separators = 0;
        int backslashes = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            separators += c == '|' && backslashes % 2 == 0 ? 1 : 0;
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }
        return separators;
    }

    @Property
    void aReaderSeesTheTextThatWasWritten(@ForAll("hostile") String text) {
        Table table = new Table("a", "b").row(Markdown.code(text), Markdown.text(text));

        List<String> cells = new ParsedPage(table.toString()).tables().get(0).get(1);

        String visible = text.chars().allMatch(c -> c >= ' ' && c < 127) ? text.strip() : null;
        if (visible != null && !visible.contains("`") && visible.length() <= Markdown.LONGEST) {
            assertThat(cells).containsExactly(visible, visible);
        }
    }

    @Example
    void aHugeTextIsCutBetweenCharactersAndSaysItsLength() {
        String huge = "\ud83d\ude00".repeat(30_000);

        String page = ReferencePage.of(Hostile.everywhere(huge));

        assertThat(page).contains("… (60000 characters)").hasSizeLessThan(200_000);
        assertThat(form(page)).isEqualTo(form(ReferencePage.of(Hostile.everywhere("plain"))));
    }
}
