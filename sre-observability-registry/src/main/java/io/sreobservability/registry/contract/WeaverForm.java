package io.sreobservability.registry.contract;

import static io.sreobservability.registry.contract.YamlTree.list;
import static io.sreobservability.registry.contract.YamlTree.text;
import static io.sreobservability.registry.contract.YamlTree.texts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A contract as a registry that OpenTelemetry's Weaver loads: a manifest and one definition file in the first format of
 * semantic-convention registries, with nothing but its documented fields. What the format has no field for, such as span
 * names, is in the free {@code annotations}. So the tools of other teams can read, compare and render what a module emits.
 */
public final class WeaverForm {
    /** The folder in a module's output that is the registry. */
    public static final String FOLDER = "META-INF/sre-observability/contract/";

    /** Where a module's output holds the manifest. */
    public static final String MANIFEST = FOLDER + "manifest.yaml";

    /** Where a module's output holds the definitions. */
    public static final String DEFINITIONS = FOLDER + "registry.yaml";

    private WeaverForm() {}

    /** The text of the manifest. */
    public static String manifest(Contract contract) {
        return new YamlTree()
                .with("description", text("What the annotated methods of this module emit. Generated."))
                .with("schema_url", text(schemaUrl(contract)))
                .with("stability", text("development"))
                .write();
    }

    /** The registry that the contract follows names the version; the contract is another document beside it. */
    private static String schemaUrl(Contract contract) {
        String last = contract.registries().isEmpty()
                ? ""
                : contract.registries().get(contract.registries().size() - 1);
        int version = last.lastIndexOf('/');
        return version < 0
                ? "https://sreobservability.io/schemas/contract/0"
                : last.substring(0, version) + "/contract" + last.substring(version);
    }

    /** The text of the definition file. */
    public static String definitions(Contract contract) {
        GroupIds ids = new GroupIds();
        Stream<YamlTree> attributes = Stream.of(
                attributes(
                        ids.unique("registry.attributes"), "What the module's own spans carry.", contract.attributes()),
                attributes(
                        ids.unique("registry.external_attributes"),
                        "What only the spans of libraries carry.",
                        contract.externalAttributes()));
        Stream<YamlTree> spans = contract.spans().stream().map(span -> span(ids, span));
        Stream<YamlTree> external = contract.externalSpans().stream().map(span -> external(ids, span));
        Stream<YamlTree> metrics = contract.metrics().stream().map(metric -> metric(ids, metric));
        return new YamlTree()
                .with(
                        "groups",
                        list(Stream.of(attributes, spans, external, metrics).flatMap(group -> group)))
                .write();
    }

    private static YamlTree attributes(String id, String brief, List<AttributeSpec> attributes) {
        return new YamlTree()
                .with("id", text(id))
                .with("type", text("attribute_group"))
                .with("brief", text(brief))
                .with("attributes", list(attributes.stream().map(WeaverAttributes::definition)));
    }

    private static YamlTree span(GroupIds ids, ContractSpan span) {
        return group(ids.unique("span." + span.name()), "span", span.stability(), span.brief())
                .with("note", text("Span name: " + span.name()))
                .with("span_kind", text(span.kind()))
                .with("attributes", list(span.attributes().stream().map(WeaverAttributes::use)))
                .with(
                        "annotations",
                        new YamlTree()
                                .with("annotation", text(span.annotation()))
                                .with("family", text(span.family()))
                                .with("name", text(span.name()))
                                .with("names", texts(span.names()))
                                .with("metrics", texts(span.metrics())));
    }

    private static YamlTree external(GroupIds ids, ExternalSpanSpec span) {
        return group(
                        ids.unique("span.external." + span.name() + "." + span.kind()),
                        "span",
                        span.stability(),
                        span.brief())
                .with("note", text("Span name: " + span.name()))
                .with("span_kind", text(span.kind()))
                .with("attributes", list(span.attributes().stream().map(key -> new YamlTree().with("ref", text(key)))))
                .with(
                        "annotations",
                        new YamlTree().with("external", YamlTree.flag()).with("name", text(span.name())));
    }

    private static YamlTree metric(GroupIds ids, ContractMetric metric) {
        return group(ids.unique("metric." + metric.name()), "metric", metric.stability(), metric.brief())
                .with("metric_name", text(metric.name()))
                .with("instrument", text(metric.instrument()))
                .with("unit", text(metric.instrument().equals("histogram") ? "ms" : "{count}"))
                .with(
                        "annotations",
                        new YamlTree()
                                .with("namespace", text(metric.namespace()))
                                .with("cloudwatch_unit", text(metric.unit()))
                                .with("recorded", text(metric.condition()))
                                .with(
                                        "dimensions",
                                        list(metric.dimensions().stream()
                                                .map(dimension -> new YamlTree()
                                                        .with("name", text(dimension.name()))
                                                        .with("source", text(dimension.source())))))
                                .with("dimension_sets", YamlTree.lists(metric.dimensionSets())));
    }

    private static YamlTree group(String id, String type, String stability, String brief) {
        return new YamlTree()
                .with("id", text(id))
                .with("type", text(type))
                .with("stability", text(stability.toLowerCase(Locale.ROOT)))
                .with("brief", text(brief));
    }
}
