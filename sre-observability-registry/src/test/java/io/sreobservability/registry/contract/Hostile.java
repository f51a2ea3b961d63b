package io.sreobservability.registry.contract;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Text by strangers who mean no good, and contracts full of it. */
public final class Hostile {
    private Hostile() {}

    /** Pieces that mean something to Markdown, HTML, YAML or a terminal, between random text. */
    public static Arbitrary<String> texts() {
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
                "> ",
                "\"",
                "'",
                ": ",
                "!!binary x",
                "%YAML",
                "\n...\n",
                "\n---\n",
                "? ",
                "*a",
                "&a",
                "yes",
                "null",
                "1e3",
                "\u0085",
                "\ud83d\ude00");
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(20))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    /** A contract with this text wherever a text can be. */
    public static Contract everywhere(String text) {
        DeprecationSpec renamed = new DeprecationSpec("renamed", text, text);
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
                List.of(new AttributeSpec.Member(text, text, renamed)),
                List.of(text),
                renamed);
        ContractAttribute set = new ContractAttribute(text, text);
        ContractAttributeUse use = new ContractAttributeUse(text, text, text);
        return new Contract(
                Contract.VERSION,
                List.of(text),
                List.of(new ContractPoint(text, text, text, text, text, text, text, List.of(set), List.of(text))),
                List.of(new ContractSpan(
                        text, text, text, text, text, text, List.of(text, text + "x"), List.of(use), List.of(text))),
                List.of(attribute),
                List.of(new ContractMetric(
                        text,
                        text,
                        text,
                        text,
                        text,
                        text,
                        text,
                        List.of(new ContractMetric.Dimension(text, text)),
                        List.of(List.of(text), List.of()))),
                List.of(new ExternalSpanSpec(text, text, text, text, List.of(text))),
                List.of());
    }
}
