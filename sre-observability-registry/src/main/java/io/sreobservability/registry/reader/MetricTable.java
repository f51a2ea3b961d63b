package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.SpanFamily;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The metrics of all registries; a later registry may let further spans record an earlier one's metric. */
final class MetricTable {
    private final GroupTable groups;
    private final AttributeTable attributes;
    private final SpanTable spans;
    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    /** Who said that spans of a family record a metric, by id of the metric and of the family. */
    private final Map<String, Definition> recordings = new HashMap<>();

    MetricTable(GroupTable groups, AttributeTable attributes, SpanTable spans) {
        this.groups = groups;
        this.attributes = attributes;
        this.spans = spans;
    }

    /** Takes over what a registry defines, then what it changes. */
    void add(LayerDraft layer) {
        for (GroupDraft group : layer.groups(GroupType.METRIC)) {
            for (GroupDraft.Entry entry : group.entries()) {
                // What a metric is split by is said by its dimensions; Weaver wants to hear of the attributes as well.
                attributes.get(layer, entry.key());
                UseReader.requirement(entry);
            }
            Metric metric = new MetricReader(group, attributes, spans).read();
            metrics.put(metric.id(), metric);
            layer.metrics().add(metric.id());
            metric.families().forEach(family -> recordings.put(metric.id() + " " + family, group.definition()));
        }
        for (GroupDraft group : layer.groups(GroupType.ATTRIBUTE_GROUP)) {
            group.refines().ifPresent(id -> {
                GroupDraft refined = groups.refined(layer, id);
                if (refined.type() == GroupType.METRIC) {
                    refine(group, Objects.requireNonNull(metrics.get(id.text()), id.text()));
                }
            });
        }
    }

    /** All metrics, those of earlier registries first. */
    List<Metric> all() {
        return List.copyOf(metrics.values());
    }

    /** Who said that spans of this family record this metric, and where. */
    Definition recording(Metric metric, SpanFamily family) {
        String recording = metric.id() + " " + family.id();
        return Objects.requireNonNull(recordings.get(recording), recording);
    }

    private void refine(GroupDraft group, Metric metric) {
        Set<String> families = new LinkedHashSet<>(metric.families());
        YamlValue list = group.requiredAnnotations().required("spans");
        for (SpanFamily family : MetricReader.families(list, group.layer(), spans)) {
            families.add(family.id());
            recordings.putIfAbsent(metric.id() + " " + family.id(), new Definition(group.layer(), list));
        }
        metrics.put(
                metric.id(),
                new Metric(
                        metric.id(),
                        metric.name(),
                        metric.documentation(),
                        metric.value(),
                        metric.namespace(),
                        metric.cloudWatchUnit(),
                        List.copyOf(families),
                        metric.names(),
                        metric.condition(),
                        metric.dimensions(),
                        metric.rollups()));
    }
}
