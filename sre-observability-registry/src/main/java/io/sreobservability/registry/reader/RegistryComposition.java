package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Member;
import io.sreobservability.registry.model.Layer;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.SpanFamily;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts registries together. Groups may refer to each other in any order and across files, and spans of an earlier registry
 * carry attributes that a later one made stricter: so the attributes of all registries come first, then all spans, then all
 * metrics.
 */
final class RegistryComposition {
    private final List<LayerDraft> layers;
    private final GroupTable groups;
    private final AttributeTable attributes = new AttributeTable();
    private final SpanTable spans;
    private final MetricTable metrics;

    /** A composition of registries in the order of {@link LayerOrder}. */
    RegistryComposition(List<LayerDraft> layers) {
        this.layers = layers;
        this.groups = new GroupTable(layers);
        UseReader uses = new UseReader(groups, attributes);
        this.spans = new SpanTable(groups, uses);
        this.metrics = new MetricTable(groups, attributes, spans);
        layers.forEach(attributes::add);
        new AttributeChecks(attributes).run();
        layers.stream()
                .flatMap(layer -> layer.groups(GroupType.ATTRIBUTE_GROUP).stream())
                .forEach(group -> {
                    DocumentationReader.ofGroup(group);
                    uses.uses(group);
                });
        layers.forEach(spans::add);
        layers.forEach(metrics::add);
        groups.all().forEach(GroupDraft::refuseUnknown);
    }

    Registry compose() {
        new SpanChecks(layers, groups, attributes, spans).run();
        new MetricChecks(layers.get(0), groups, attributes, spans, metrics).run();
        layers.stream().skip(1).forEach(RegistryComposition::checkConstantsPackage);
        return new Registry(
                layers.get(0).manifest(),
                attributes.all(),
                spans.all(),
                metrics.all(),
                layers.stream().map(this::layer).toList());
    }

    private Layer layer(LayerDraft draft) {
        Map<String, List<Member>> added = new LinkedHashMap<>(draft.addedMembers());
        List<Attribute> own = attributes.all().stream()
                .filter(attribute -> draft.attributes().contains(attribute.key()))
                .toList();
        List<SpanFamily> families = spans.families().stream()
                .filter(family -> draft.families().contains(family.id()))
                .toList();
        List<Metric> recorded = metrics.all().stream()
                .filter(metric -> draft.metrics().contains(metric.id()))
                .toList();
        return new Layer(draft.origin(), own, families, recorded, added);
    }

    /** Java code refers to whatever a registry adds through constants, and these must live somewhere. */
    private static void checkConstantsPackage(LayerDraft layer) {
        boolean adds = !layer.attributes().isEmpty()
                || !layer.families().isEmpty()
                || !layer.metrics().isEmpty()
                || !layer.addedMembers().isEmpty();
        if (adds && layer.origin().constantsPackage().isEmpty()) {
            throw InvalidRegistryException.at(
                    layer.source().index().name(),
                    1,
                    1,
                    "the registry adds names, but not the package of their constants: expected a line such as "
                            + "`constants: com.acme.telemetry`");
        }
    }
}
