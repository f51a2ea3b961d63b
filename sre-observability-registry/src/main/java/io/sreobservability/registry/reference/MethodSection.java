package io.sreobservability.registry.reference;

import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.contract.ModuleContract;
import java.util.List;
import java.util.stream.Collectors;

/** The annotated methods, module by module. */
final class MethodSection implements Section {
    private final ContractSet contracts;

    MethodSection(ContractSet contracts) {
        this.contracts = contracts;
    }

    @Override
    public String title() {
        return "Methods";
    }

    @Override
    public String about() {
        return "where in the code the spans come from.";
    }

    /** One per module; none for a module that stands alone and needs no name. */
    @Override
    public List<String> headings() {
        return contracts.modules().stream()
                .filter(module -> !module.module().isEmpty())
                .map(MethodSection::heading)
                .toList();
    }

    private static String heading(ModuleContract module) {
        return "Module " + Markdown.code(module.module());
    }

    @Override
    public void write(Page page, Anchors anchors) {
        for (ModuleContract module : contracts.modules()) {
            if (!module.module().isEmpty()) {
                page.heading(3, heading(module));
            }
            Table table = new Table("method", "span", "sets");
            module.contract().points().forEach(point -> row(table, anchors, point));
            page.table(table);
            page.paragraph(table.isEmpty() ? "No annotated methods." : "");
        }
    }

    private static void row(Table table, Anchors anchors, ContractPoint point) {
        table.row(
                Markdown.code(Signatures.of(point)),
                anchors.link(Markdown.code(point.span()), SpanSection.heading(point.span())),
                point.attributes().stream()
                        .map(ContractAttribute::key)
                        .map(key -> anchors.link(Markdown.code(key), AttributeSection.heading(key)))
                        .collect(Collectors.joining(", ")));
    }
}
