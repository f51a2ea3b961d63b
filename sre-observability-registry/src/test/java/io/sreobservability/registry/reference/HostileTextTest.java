package io.sreobservability.registry.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.contract.AttributeSpec;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractAttributeUse;
import io.sreobservability.registry.contract.ContractMetric;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.contract.ContractSpan;
import io.sreobservability.registry.contract.ExternalSpanSpec;
import io.sreobservability.registry.contract.ModuleContract;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a registry or an annotation says, the page keeps its form. */
class HostileTextTest {
    /** Pieces that mean something to Markdown, HTML or a terminal, between random text. */
    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "|",
                "\\|",
                "\\",
                "`",
                "``",
                "```",
                "\n",
                "\r\n",
                "\n\n# x\n",
                "\n| a | b |\n| --- | --- |\n",
                "<b>",
                "<script>alert(1)</script>",
                "<!--",
                "-->",
                "&lt;",
                "&#124;",
                "&",
                "![x](y)",
                "[x](http://y)",
                "[x]: y",
                "*",
                "__",
                "~~~",
                "---",
                "===",
                "1. ",
                "- ",
                "    ",
                "\t",
                "\0",
                "\u202e",
                "\u2028",
                "\u200b",
                "\ud800",
                "\ufeff",
                "http://x.y",
                "<http://x.y>",
                "www.x.y",
                "$",
                "{{",
                "}}",
                "\u0430",
                " ",
                ".",
                "#",
                "> ");
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(20))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static Contract everywhere(String text) {
        ContractAttribute set = new ContractAttribute(text, text);
        AttributeSpec attribute = new AttributeSpec(
                text,
                text,
                text,
                text,
                List.of(text, text),
                text,
                text,
                text,
                7,
                true,
                List.of(new AttributeSpec.Member(text, text)),
                List.of(text),
                text);
        return new Contract(
                Contract.VERSION,
                List.of(text),
                List.of(new ContractPoint(text, text, text, text, text, text, text, List.of(set), List.of(text))),
                List.of(new ContractSpan(
                        text,
                        text,
                        text,
                        text,
                        text,
                        List.of(text, text + "x"),
                        List.of(new ContractAttributeUse(text, text, text)),
                        List.of(text))),
                List.of(attribute),
                List.of(new ContractMetric(
                        text,
                        text,
                        text,
                        text,
                        text,
                        text,
                        List.of(new ContractMetric.Dimension(text, text)),
                        List.of(List.of(text), List.of()))),
                List.of(new ExternalSpanSpec(text, text, text, List.of(text))),
                List.of());
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
        String page = ReferencePage.of(List.of(new ModuleContract("m" + text, everywhere(text))));
        String plain = ReferencePage.of(List.of(new ModuleContract("m", everywhere("plain"))));

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
        for (String block : ReferencePage.of(everywhere(text)).split("\n\n", -1)) {
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

        String page = ReferencePage.of(everywhere(huge));

        assertThat(page).contains("… (60000 characters)").hasSizeLessThan(200_000);
        assertThat(form(page)).isEqualTo(form(ReferencePage.of(everywhere("plain"))));
    }
}
