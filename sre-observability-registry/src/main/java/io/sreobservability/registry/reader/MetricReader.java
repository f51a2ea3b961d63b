package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Enumeration;
import io.sreobservability.registry.model.AttributeType.Scalar;
import io.sreobservability.registry.model.Documentation;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.MetricCondition;
import io.sreobservability.registry.model.MetricDimension;
import io.sreobservability.registry.model.SpanFamily;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a group of type metric. */
final class MetricReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
    /** CloudWatch takes these characters; names that start with a colon or with AWS/ are its own. */
    private static final Pattern NAMESPACE = Pattern.compile("(?!AWS/)[A-Za-z0-9._/#-][A-Za-z0-9._/#:-]*");

    private final GroupDraft group;
    private final YamlMap fields;
    private final AttributeTable attributes;
    private final SpanTable spans;
    private final YamlMap annotations;

    private enum Instrument {
        HISTOGRAM,
        COUNTER
    }

    MetricReader(GroupDraft group, AttributeTable attributes, SpanTable spans) {
        this.group = group;
        this.fields = group.fields();
        this.attributes = attributes;
        this.spans = spans;
        this.annotations = group.requiredAnnotations();
    }

    Metric read() {
        Documentation documentation = DocumentationReader.ofGroup(group);
        List<SpanFamily> families = families(annotations.required("spans"), group.layer(), spans);
        List<MetricDimension> dimensions = annotations.required("dimensions").list(this::dimension);
        Metric.Value value = value();
        return new Metric(
                group.id().text(),
                fields.required("metric_name").name(NAME, "a metric's name", "one such as ToolExecution"),
                documentation,
                value,
                annotations.required("namespace").name(NAMESPACE, "a CloudWatch namespace", "one such as Acme/Agents"),
                unit(value),
                families.stream().map(SpanFamily::id).toList(),
                names(families),
                condition(annotations.required("when")),
                dimensions,
                rollups(dimensions));
    }

    /** The families that `spans` names. */
    static List<SpanFamily> families(YamlValue list, LayerDraft layer, SpanTable spans) {
        List<SpanFamily> families = list.list(id -> spans.family(layer, id));
        if (families.isEmpty()) {
            throw list.error("expected at least one span family");
        }
        return families;
    }

    private String unit(Metric.Value value) {
        String expected = value == Metric.Value.DURATION ? "Milliseconds" : "Count";
        YamlValue unit = annotations.required("cloudwatch_unit");
        if (!unit.text().equals(expected)) {
            throw unit.error("expected " + expected + " for this `value`");
        }
        return expected;
    }

    /** A histogram of durations or a counter; unit, instrument and value must say the same. */
    private Metric.Value value() {
        Metric.Value value = annotations.required("value").oneOf(Metric.Value.class);
        boolean duration = value == Metric.Value.DURATION;
        YamlValue instrument = fields.required("instrument");
        if ((instrument.oneOf(Instrument.class) == Instrument.HISTOGRAM) != duration) {
            throw instrument.error("expected " + (duration ? "histogram" : "counter") + " for this `value`");
        }
        YamlValue unit = fields.required("unit");
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
            Attribute attribute = attributes.get(group.layer(), key);
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
        String name = map.required("name").name(NAME, "a dimension's name", "one such as AgentName");
        Optional<YamlValue> key = map.optional("attribute");
        Optional<YamlValue> source = map.optional("source");
        boolean split = map.flag("split");
        map.refuseUnknown();
        if (key.isPresent() && source.isEmpty()) {
            Attribute attribute = attributes.get(group.layer(), key.get());
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

    /**
     * A roll-up is one more series of the same values. It must differ from the whole set and from the others, in whatever
     * order they are written, or every value would be counted twice. The empty one is the metric's total.
     */
    private List<List<String>> rollups(List<MetricDimension> dimensions) {
        List<String> known = dimensions.stream().map(MetricDimension::name).toList();
        Set<Set<String>> taken = new HashSet<>(Set.of(new HashSet<>(known)));
        return annotations.optional("rollups").stream()
                .flatMap(value -> value
                        .list(rollup -> {
                            List<String> names = rollup(rollup, known);
                            if (!taken.add(new HashSet<>(names))) {
                                throw rollup.error("this roll-up has the same dimensions as "
                                        + (names.size() == known.size() ? "the metric itself" : "an earlier one")
                                        + ", and would count every value twice; remove it");
                            }
                            return names;
                        })
                        .stream())
                .toList();
    }

    private static List<String> rollup(YamlValue list, List<String> known) {
        Set<String> seen = new HashSet<>();
        return list.list(name -> {
            if (!known.contains(name.text())) {
                throw name.error("`" + name.text() + "` is not one of the dimensions " + String.join(", ", known));
            }
            if (!seen.add(name.text())) {
                throw name.error("`" + name.text() + "` is given twice in this roll-up; keep one");
            }
            return name.text();
        });
    }
}
