package io.sreobservability.registry.reference;

import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractAttributeUse;
import io.sreobservability.registry.contract.ContractSpan;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The spans that annotated methods make. */
final class SpanSection implements Section {
    private final ContractSet contracts;

    SpanSection(ContractSet contracts) {
        this.contracts = contracts;
    }

    static String heading(String name) {
        return "Span " + Markdown.code(name);
    }

    @Override
    public String title() {
        return "Spans";
    }

    @Override
    public String about() {
        return "what the annotated methods make, and which attributes it carries.";
    }

    @Override
    public List<String> headings() {
        return contracts.spans().keySet().stream().map(SpanSection::heading).toList();
    }

    @Override
    public void write(Page page, Anchors anchors) {
        Table table = new Table("span", "annotation", "kind", "metrics", "stands for");
        contracts
                .spans()
                .forEach((name, same) -> same.forEach(span -> table.row(
                        anchors.link(Markdown.code(name), heading(name)),
                        Markdown.code("@" + span.annotation()),
                        Markdown.text(span.kind()),
                        metrics(span, anchors),
                        Markdown.text(span.brief()))));
        page.table(table);
        contracts.spans().forEach((name, same) -> span(page, anchors, name, same));
    }

    private static String metrics(ContractSpan span, Anchors anchors) {
        return span.metrics().stream()
                .map(metric -> anchors.link(Markdown.code(metric), MetricSection.heading(metric)))
                .collect(Collectors.joining(", "));
    }

    private void span(Page page, Anchors anchors, String name, List<ContractSpan> same) {
        page.heading(3, heading(name));
        same.stream().map(ContractSpan::brief).distinct().forEach(brief -> page.paragraph(Markdown.text(brief)));
        page.paragraph(names(name, ContractSet.names(same)));
        Table table = new Table("attribute", "requirement", "value from");
        same.stream()
                .flatMap(span -> span.attributes().stream())
                .distinct()
                .sorted(Comparator.comparing(ContractAttributeUse::key))
                .forEach(use -> table.row(
                        anchors.link(Markdown.code(use.key()), AttributeSection.heading(use.key())),
                        requirement(use),
                        sources(name, use.key())));
        page.table(table);
    }

    private static String names(String name, List<String> names) {
        if (names.equals(List.of(name))) {
            return "";
        }
        if (names.isEmpty()) {
            return "The words in braces are known only when the method is called.";
        }
        return "Full names: " + names.stream().map(Markdown::code).collect(Collectors.joining(", ")) + ".";
    }

    static String requirement(ContractAttributeUse use) {
        String level = Markdown.text(use.requirement().replace('_', ' '));
        return use.condition().isEmpty() ? level : level + ": " + Markdown.text(use.condition());
    }

    private String sources(String span, String key) {
        Stream<String> sources = contracts.methods().stream()
                .filter(method -> method.point().span().equals(span))
                .flatMap(method -> method.point().attributes().stream())
                .filter(attribute -> attribute.key().equals(key))
                .map(ContractAttribute::source);
        String joined = sources.distinct().sorted().map(Markdown::text).collect(Collectors.joining("; "));
        return joined.isEmpty() ? "a span above" : joined;
    }
}
