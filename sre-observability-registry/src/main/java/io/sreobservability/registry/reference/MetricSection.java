package io.sreobservability.registry.reference;

import io.sreobservability.registry.contract.ContractMetric;
import java.util.List;
import java.util.stream.Collectors;

/** The metrics that the module's own spans record. */
final class MetricSection implements Section {
    private final ContractSet contracts;

    MetricSection(ContractSet contracts) {
        this.contracts = contracts;
    }

    static String heading(String name) {
        return "Metric " + Markdown.code(name);
    }

    @Override
    public String title() {
        return "Metrics";
    }

    @Override
    public String about() {
        return "what is counted and timed, under which dimensions.";
    }

    @Override
    public List<String> headings() {
        return contracts.metrics().keySet().stream().map(MetricSection::heading).toList();
    }

    @Override
    public void write(Page page, Anchors anchors) {
        page.paragraph(
                "CloudWatch treats every set of dimensions as a series of its own: a query names one whole set.");
        Table table = new Table("metric", "namespace", "unit", "instrument", "recorded", "dimension sets", "meaning");
        contracts
                .metrics()
                .forEach((name, same) -> same.forEach(metric -> table.row(
                        anchors.link(Markdown.code(name), heading(name)),
                        Markdown.code(metric.namespace()),
                        Markdown.text(metric.unit()),
                        Markdown.text(metric.instrument()),
                        Markdown.text(metric.condition()),
                        sets(metric),
                        Markdown.text(metric.brief()))));
        page.table(table);
        contracts.metrics().forEach((name, same) -> metric(page, anchors, name, same));
    }

    private static String sets(ContractMetric metric) {
        return metric.dimensionSets().stream()
                .map(set -> set.isEmpty()
                        ? "none"
                        : set.stream().map(Markdown::code).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private void metric(Page page, Anchors anchors, String name, List<ContractMetric> same) {
        page.heading(3, heading(name));
        String spans = contracts.spans().entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(span -> span.metrics().contains(name)))
                .map(entry -> anchors.link(Markdown.code(entry.getKey()), SpanSection.heading(entry.getKey())))
                .collect(Collectors.joining(", "));
        page.paragraph("Recorded by " + spans + ".");
        for (ContractMetric metric : same) {
            Table dimensions = new Table("dimension", "value");
            metric.dimensions()
                    .forEach(dimension ->
                            dimensions.row(Markdown.code(dimension.name()), Markdown.text(dimension.source())));
            page.table(dimensions);
        }
    }
}
