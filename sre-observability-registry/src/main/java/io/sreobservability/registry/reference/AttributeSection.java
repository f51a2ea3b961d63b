package io.sreobservability.registry.reference;

import io.sreobservability.registry.contract.AttributeSpec;
import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractSpan;
import io.sreobservability.registry.contract.DeprecationSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The attributes of the module's own spans. */
final class AttributeSection implements Section {
    private final ContractSet contracts;

    AttributeSection(ContractSet contracts) {
        this.contracts = contracts;
    }

    static String heading(String key) {
        return "Attribute " + Markdown.code(key);
    }

    @Override
    public String title() {
        return "Attributes";
    }

    @Override
    public String about() {
        return "what the values mean, how private they are, and which methods set them.";
    }

    @Override
    public List<String> headings() {
        return contracts.attributes().keySet().stream()
                .map(AttributeSection::heading)
                .toList();
    }

    @Override
    public void write(Page page, Anchors anchors) {
        page.paragraph(
                "Inherited values pass from a span to the spans below it. Sensitivity `content` leaves the process"
                        + " only where capturing content is switched on. Longer values are cut at the limit, which is in"
                        + " characters.");
        Table table = new Table("attribute", "type", "sensitivity", "cardinality", "limit", "inherited", "meaning");
        contracts
                .attributes()
                .forEach((key, same) -> same.forEach(attribute -> table.row(
                        anchors.link(Markdown.code(key), heading(key)),
                        Markdown.text(attribute.type()),
                        Markdown.text(attribute.sensitivity()),
                        Markdown.text(attribute.cardinality()),
                        limit(attribute),
                        attribute.inherited() ? "yes" : "",
                        Markdown.text(attribute.brief()))));
        page.table(table);
        contracts.attributes().forEach((key, same) -> attribute(page, anchors, key, same));
    }

    static String limit(AttributeSpec attribute) {
        return Objects.toString(attribute.maxLength(), "");
    }

    private void attribute(Page page, Anchors anchors, String key, List<AttributeSpec> same) {
        page.heading(3, heading(key));
        same.forEach(attribute -> describe(page, attribute));
        page.table(requirements(anchors, key));
        Table setters = new Table("set by", "value from");
        for (ContractSet.Method method : contracts.methods()) {
            for (ContractAttribute attribute : method.point().attributes()) {
                if (attribute.key().equals(key)) {
                    setters.row(Markdown.code(Signatures.of(method.point())), Markdown.text(attribute.source()));
                }
            }
        }
        page.table(setters);
    }

    private static void describe(Page page, AttributeSpec attribute) {
        page.paragraph(deprecated(attribute.deprecated(), "Deprecated: "));
        page.paragraph(Markdown.text(attribute.brief()));
        page.paragraph(Markdown.text(attribute.note()));
        page.paragraph("Stability: " + Markdown.text(attribute.stability().replace('_', ' ')) + "."
                + listed(" Examples: ", attribute.examples())
                + listed(" Also sets: ", attribute.setAlso()));
        Table members = new Table("value", "meaning");
        attribute
                .members()
                .forEach(member -> members.row(
                        Markdown.code(member.value()),
                        Markdown.text(member.brief()) + deprecated(member.deprecated(), " Deprecated: ")));
        page.table(members);
    }

    private static String deprecated(@Nullable DeprecationSpec deprecated, String label) {
        return deprecated == null ? "" : label + Markdown.text(deprecated.text()) + ".";
    }

    private static String listed(String label, List<String> values) {
        return values.isEmpty()
                ? ""
                : values.stream().map(Markdown::code).collect(Collectors.joining(", ", label, "."));
    }

    /** Requirement by requirement: most attributes are asked for in the same way by many spans. */
    private Table requirements(Anchors anchors, String key) {
        Map<String, TreeSet<String>> spans = new TreeMap<>();
        for (List<ContractSpan> same : contracts.spans().values()) {
            for (ContractSpan span : same) {
                span.attributes().stream()
                        .filter(use -> use.key().equals(key))
                        .forEach(use -> spans.computeIfAbsent(
                                        SpanSection.requirement(use), requirement -> new TreeSet<>())
                                .add(span.name()));
            }
        }
        Table table = new Table("requirement", "on spans");
        spans.forEach((requirement, names) -> table.row(
                requirement,
                names.stream()
                        .map(name -> anchors.link(Markdown.code(name), SpanSection.heading(name)))
                        .collect(Collectors.joining(", "))));
        return table;
    }
}
