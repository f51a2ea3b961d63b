package io.sreobservability.registry.reference;

import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ModuleContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The reference of what is emitted, as a Markdown page with tables. Equal contracts give equal text. */
public final class ReferencePage {
    /** Where a module's output holds its page. */
    public static final String RESOURCE = "META-INF/sre-observability/span-attributes.md";

    private static final String TITLE = "Spans, attributes and metrics";

    private ReferencePage() {}

    /** The page of one module. */
    public static String of(Contract contract) {
        return render(new ContractSet(List.of(new ModuleContract("", contract))));
    }

    /** The page of several modules; their order does not matter. */
    public static String of(Collection<ModuleContract> modules) {
        return render(new ContractSet(modules));
    }

    private static String render(ContractSet contracts) {
        List<Section> sections = List.of(
                new SpanSection(contracts),
                new AttributeSection(contracts),
                new MetricSection(contracts),
                new MethodSection(contracts),
                new LibrarySection(contracts));
        List<String> headings = new ArrayList<>(List.of(TITLE));
        for (Section section : sections) {
            headings.add(section.title());
            headings.addAll(section.headings());
        }
        Anchors anchors = new Anchors(headings);
        Page page = new Page()
                .heading(1, TITLE)
                .paragraph("Generated from the annotations and these registries: " + registries(contracts)
                        + ". Do not edit: change an annotation or a registry and build again.")
                .list(sections.stream()
                        .map(section -> anchors.link(section.title(), section.title()) + ": " + section.about())
                        .toList());
        for (Section section : sections) {
            page.heading(2, section.title());
            section.write(page, anchors);
        }
        return page.toString();
    }

    private static String registries(ContractSet contracts) {
        String registries = contracts.registries().stream().map(Markdown::code).collect(Collectors.joining(", "));
        return registries.isEmpty() ? "none" : registries;
    }
}
