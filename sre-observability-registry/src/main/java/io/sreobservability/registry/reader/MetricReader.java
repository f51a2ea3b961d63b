package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Enumeration;
import io.sreobservability.registry.model.AttributeType.Scalar;
import io.sreobservability.registry.model.Documentation;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.MetricCondition;
import io.sreobservability.registry.model.MetricDimension;
import io.sreobservability.registry.model.SpanFamily;
import java.util.List;
import java.util.Optional;

/** Reads a group of type metric. */
final class MetricReader {
    private final YamlMap group;
    private final RegistryBuilder registry;
    private final YamlMap annotations;

    private enum Instrument {
        HISTOGRAM,
        COUNTER
    }

    MetricReader(YamlMap group, RegistryBuilder registry) {
        this.group = group;
        this.registry = registry;
        this.annotations = group.required("annotations").map();
    }

    Metric read() {
        Documentation documentation = Groups.firmDocumentation(group);
        List<SpanFamily> families = annotations.required("spans").list(registry::family);
        List<MetricDimension> dimensions = annotations.required("dimensions").list(this::dimension);
        Metric metric = new Metric(
                group.text("id"),
                group.text("metric_name"),
                documentation,
                value(),
                annotations.text("namespace"),
                annotations.text("cloudwatch_unit"),
                families.stream().map(SpanFamily::id).toList(),
                names(families),
                condition(annotations.required("when")),
                dimensions,
                rollups(dimensions));
        annotations.refuseUnknown();
        return metric;
    }

    /** A histogram of durations or a counter; unit, instrument and value must say the same. */
    private Metric.Value value() {
        Metric.Value value = annotations.required("value").oneOf(Metric.Value.class);
        boolean duration = value == Metric.Value.DURATION;
        YamlValue instrument = group.required("instrument");
        if ((instrument.oneOf(Instrument.class) == Instrument.HISTOGRAM) != duration) {
            throw instrument.error("expected " + (duration ? "histogram" : "counter") + " for this `value`");
        }
        YamlValue unit = group.required("unit");
        if (!unit.text().equals(duration ? "ms" : "{count}")) {
            throw unit.error("expected " + (duration ? "ms" : "\"{count}\"") + " for this `value`");
        }
        return value;
    }

    private List<String> names(List<SpanFamily> families) {
        return annotations.optional("names").stream()
                .flatMap(value -> value
                        .list(name -> {
                            if (families.stream()
                                    .noneMatch(family -> family.names().contains(name.text()))) {
                                throw name.error("`" + name.text() + "` is not a name of the span families in `spans`");
                            }
                            return name.text();
                        })
                        .stream())
                .toList();
    }

    private MetricCondition condition(YamlValue value) {
        if (value.isText()) {
            if (value.text().equals("always")) {
                return new MetricCondition.Always();
            }
            if (value.text().equals("error")) {
                return new MetricCondition.OnError();
            }
        } else if (value.isMap()) {
            YamlMap map = value.map();
            YamlValue key = map.required("attribute");
            Attribute attribute = registry.attribute(key.text(), key);
            if (attribute.type() != Scalar.BOOLEAN) {
                throw key.error("expected an attribute of type boolean");
            }
            boolean equals = map.required("equals").bool();
            map.refuseUnknown();
            return new MetricCondition.WhenEquals(attribute, equals);
        }
        throw value.error("expected always, error or {attribute: key, equals: true}");
    }

    private MetricDimension dimension(YamlValue value) {
        YamlMap map = value.map();
        String name = map.text("name");
        Optional<YamlValue> key = map.optional("attribute");
        Optional<YamlValue> source = map.optional("source");
        boolean split = map.flag("split");
        map.refuseUnknown();
        if (key.isPresent() && source.isEmpty()) {
            Attribute attribute = registry.attribute(key.get().text(), key.get());
            if (attribute.type() != Scalar.STRING && !(attribute.type() instanceof Enumeration)) {
                throw key.get().error("expected an attribute of type string or enum");
            }
            return new MetricDimension.OfAttribute(name, attribute, split);
        }
        if (source.isPresent() && key.isEmpty() && !split) {
            return switch (source.get().text()) {
                case "component" -> new MetricDimension.OfComponent(name);
                case "component_name" -> new MetricDimension.OfComponentName(name);
                default -> throw source.get().error("expected component or component_name");
            };
        }
        throw value.error("expected {name: …, attribute: key} or {name: …, source: component}");
    }

    private List<List<String>> rollups(List<MetricDimension> dimensions) {
        List<String> known = dimensions.stream().map(MetricDimension::name).toList();
        return annotations.optional("rollups").stream()
                .flatMap(value -> value
                        .list(rollup -> rollup.list(name -> {
                            if (!known.contains(name.text())) {
                                throw name.error("`" + name.text() + "` is not one of the dimensions "
                                        + String.join(", ", known));
                            }
                            return name.text();
                        }))
                        .stream())
                .toList();
    }
}
