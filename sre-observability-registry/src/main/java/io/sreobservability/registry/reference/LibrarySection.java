package io.sreobservability.registry.reference;

import java.util.List;
import java.util.stream.Collectors;

/** The spans that libraries make beside the module's own. */
final class LibrarySection implements Section {
    private final ContractSet contracts;

    LibrarySection(ContractSet contracts) {
        this.contracts = contracts;
    }

    @Override
    public String title() {
        return "Library spans";
    }

    @Override
    public String about() {
        return "what libraries may add to the same traces; no annotation makes them.";
    }

    @Override
    public List<String> headings() {
        return List.of();
    }

    @Override
    public void write(Page page, Anchors anchors) {
        Table spans = new Table("span", "kind", "attributes", "stands for");
        contracts
                .externalSpans()
                .values()
                .forEach(same -> same.forEach(span -> spans.row(
                        Markdown.code(span.name()),
                        Markdown.text(span.kind()),
                        span.attributes().stream().map(Markdown::code).collect(Collectors.joining(", ")),
                        Markdown.text(span.brief()))));
        page.table(spans);
        Table attributes = new Table("attribute", "type", "sensitivity", "cardinality", "limit", "meaning");
        contracts
                .externalAttributes()
                .forEach((key, same) -> same.forEach(attribute -> attributes.row(
                        Markdown.code(key),
                        Markdown.text(attribute.type()),
                        Markdown.text(attribute.sensitivity()),
                        Markdown.text(attribute.cardinality()),
                        AttributeSection.limit(attribute),
                        Markdown.text(attribute.brief()))));
        page.table(attributes);
    }
}
