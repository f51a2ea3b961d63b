package io.sreobservability.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.WeaverForm;
import io.sreobservability.registry.reference.ReferencePage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Whatever text an annotation fixes, the compiler goes on and all that is generated keeps its form. */
class HostileAnnotationsTest {
    private static final Map<String, Integer> PLAIN_FORM = form(page(compile("plain")));

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "|",
                "\\",
                "`",
                "```",
                "\n",
                "\r\n\n# x\n",
                "\n| a |\n| --- |\n",
                "<script>",
                "<!--",
                "*/",
                "/*",
                "\\u002a/",
                "${",
                "$T",
                "$L",
                "$$",
                "%s",
                "\"",
                "\"\"\"",
                "\0",
                "\u202e",
                "\u2028",
                "\u0430",
                "\ud83d\ude00",
                ": ",
                "- ",
                "&",
                "{@code ",
                "]]>",
                "'");
        return Arbitraries.oneOf(pieces, Arbitraries.strings().all().ofMaxLength(10))
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts))
                .filter(text -> text.chars().noneMatch(c -> c >= 0xd800 && c < 0xe000) || text.equals("\ud83d\ude00"));
    }

    @Property(tries = 15)
    void hostileTextLeavesEveryFileWellFormed(@ForAll("hostile") String text) {
        check(text, compile(text));
    }

    @Example
    void sixtyKilobytesAreTakenAsTheyAre() {
        String text = "|`<b>\\".repeat(10_000);

        check(text, compile(text));
    }

    @Example
    void aTextBeyondTheClassFilesLimitIsTheCompilersErrorAndNotACrash() {
        Compilation compilation = compile("ж".repeat(40_000));

        assertThat(compilation.errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).doesNotContain("SRE099"));
    }

    private static void check(String text, Compilation compilation) {
        assertThat(compilation).succeededWithoutWarnings();
        assertThat(ContractJson.read(file(compilation, Contract.RESOURCE), "contract.json")
                        .points()
                        .get(0)
                        .attributes())
                .contains(new ContractAttribute("memory.namespace", "fixed " + text));
        assertThat(form(page(compilation))).isEqualTo(PLAIN_FORM);
        Map<?, ?> yaml =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(file(compilation, WeaverForm.DEFINITIONS));
        assertThat(yaml.keySet()).hasToString("[groups]");
        assertThat(Loaded.of(compilation).call("enter0").get(0)).contains("memory.namespace=" + text);
    }

    private static Compilation compile(String text) {
        return Compiling.compile(
                Compiling.agent("@MemorySpan(value = \"memory.retrieve\", strategy = \"infrastructure\")\n"
                        + "@FixedAttribute(key = \"memory.namespace\", value = " + literal(text) + ")\nvoid m() {}\n"));
    }

    private static String literal(String text) {
        return text.chars()
                .mapToObj(c -> switch (c) {
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    default ->
                        c >= ' ' && c <= '~' ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%04x", c);
                })
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String page(Compilation compilation) {
        return file(compilation, ReferencePage.RESOURCE);
    }

    private static String file(Compilation compilation, String name) {
        return compilation.generatedFiles().stream()
                .filter(file -> file.getName().endsWith(name))
                .map(file -> {
                    try {
                        return file.getCharContent(false).toString();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + ": " + compilation.errors()));
    }

    /** How often which block stands on the page, as an independent parser sees it; text inside them does not count. */
    private static Map<String, Integer> form(String page) {
        Map<String, Integer> form = new TreeMap<>();
        Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(page)
                .accept(new AbstractVisitor() {
                    private void count(Node node) {
                        form.merge(node.getClass().getSimpleName(), 1, Integer::sum);
                        visitChildren(node);
                    }

                    @Override
                    public void visit(Heading heading) {
                        count(heading);
                    }

                    @Override
                    public void visit(ListItem item) {
                        count(item);
                    }

                    @Override
                    public void visit(HtmlBlock html) {
                        count(html);
                    }

                    @Override
                    public void visit(HtmlInline html) {
                        count(html);
                    }

                    @Override
                    public void visit(CustomBlock table) {
                        count(table);
                    }

                    @Override
                    public void visit(CustomNode rowOrCell) {
                        count(rowOrCell);
                    }
                });
        return form;
    }
}
