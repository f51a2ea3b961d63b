package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeTraits.Cardinality;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.MetricCondition.WhenEquals;
import io.sreobservability.registry.model.MetricDimension;
import io.sreobservability.registry.model.MetricDimension.OfAttribute;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.SpanName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be judged only when the whole registry is known. */
final class RegistryChecks {
    /** The most names that a family may have when all its placeholders are closed. */
    private static final int MAX_NAMES = 1000;
    /** The most dimensions that CloudWatch takes. */
    private static final int MAX_DIMENSIONS = 30;

    private final List<LayerDraft> layers;
    private final GroupTable groups;
    private final AttributeTable attributes;
    private final List<SpanFamily> families;
    private final List<Metric> metrics;

    RegistryChecks(
            List<LayerDraft> layers,
            GroupTable groups,
            AttributeTable attributes,
            List<SpanFamily> families,
            List<Metric> metrics) {
        this.layers = layers;
        this.groups = groups;
        this.attributes = attributes;
        this.families = families;
        this.metrics = metrics;
    }

    void run() {
        families.forEach(this::checkNames);
        checkThatFamiliesDoNotOverlap();
        checkVocabulary("annotation", SpanFamily::annotation);
        checkVocabulary("component", SpanFamily::component);
        families.forEach(this::checkPlaceholders);
        checkThatMetricsAreNamedOnce();
        metrics.forEach(this::checkDimensions);
        metrics.forEach(this::checkSources);
        layers.forEach(this::checkConstantsPackage);
    }

    private void checkNames(SpanFamily family) {
        long count = family.placeholders().values().stream()
                .mapToLong(List::size)
                .reduce(1, (a, b) -> Math.min(MAX_NAMES + 1, a * b));
        if (count > MAX_NAMES) {
            throw place(family.id())
                    .error("`" + family.nameText() + "` has more than " + MAX_NAMES
                            + " names; leave a placeholder open, or divide the family");
        }
        for (String name : family.names()) {
            if (name.length() > SpanName.MAX_LENGTH) {
                throw place(family.id())
                        .error("the span name `" + name + "` has " + name.length() + " characters; at most "
                                + SpanName.MAX_LENGTH + " are allowed");
            }
        }
    }

    /** One name must lead to one family. The later one is at fault. */
    private void checkThatFamiliesDoNotOverlap() {
        for (int i = 0; i < families.size(); i++) {
            for (SpanFamily other : families.subList(0, i)) {
                SpanFamily family = families.get(i);
                if (family.overlaps(other)) {
                    throw place(family.id())
                            .error("names of `" + family.nameText() + "` are also names of `" + other.nameText()
                                    + "` of " + groups.definition(other.id()) + "; choose other words");
                }
            }
        }
    }

    /** The run time knows the words of the standard and no others. */
    private void checkVocabulary(String field, Function<SpanFamily, String> value) {
        List<String> known = families.stream()
                .filter(family -> groups.definition(family.id()).layer() == layers.get(0))
                .map(value)
                .distinct()
                .sorted()
                .toList();
        for (SpanFamily family : families) {
            if (!known.contains(value.apply(family))) {
                throw place(family.id())
                        .error("the " + field + " of `" + family.id() + "` is `" + value.apply(family)
                                + "`; expected one of " + String.join(", ", known)
                                + NearestName.of(value.apply(family), known)
                                        .map(near -> ". Did you mean `" + near + "`?")
                                        .orElse(""));
            }
        }
    }

    /** Backends group spans by name; a name that holds a user or a question makes a group of one. */
    private void checkPlaceholders(SpanFamily family) {
        for (String placeholder : family.name().placeholders()) {
            if (family.placeholders().containsKey(placeholder)) {
                continue;
            }
            for (Attribute attribute : attributes.all()) {
                boolean namesake = attribute.key().endsWith("." + placeholder)
                        || attribute.key().replace('.', '_').equals(placeholder);
                if (namesake && attribute.traits().cardinality() == Cardinality.HIGH) {
                    throw place(family.id())
                            .error("{" + placeholder + "} in `" + family.nameText() + "` is named after `"
                                    + attribute.key() + "`, whose cardinality is high: a span name must not hold it. "
                                    + "Leave it out, or close the placeholder with a list of words");
                }
            }
        }
    }

    private void checkThatMetricsAreNamedOnce() {
        Map<String, Metric> seen = new HashMap<>();
        for (Metric metric : metrics) {
            @Nullable Metric earlier = seen.putIfAbsent(metric.name(), metric);
            if (earlier != null) {
                throw groups.definition(earlier.id())
                        .redefined(
                                groups.definition(metric.id()).layer(),
                                place(metric.id()),
                                "metric `" + metric.name() + "`",
                                "choose a name of your own; to record it on further spans, write `annotations: {refines: "
                                        + earlier.id() + ", spans: [...]}`");
            }
        }
    }

    private void checkDimensions(Metric metric) {
        Set<String> names = new HashSet<>();
        for (MetricDimension dimension : metric.dimensions()) {
            if (!names.add(dimension.name())) {
                throw place(metric.id())
                        .error("metric `" + metric.name() + "` has two dimensions `" + dimension.name()
                                + "`; remove or rename one");
            }
            boolean standard = groups.definition(metric.id()).layer() == layers.get(0);
            if (!standard
                    && dimension instanceof OfAttribute source
                    && source.attribute().traits().cardinality() == Cardinality.HIGH) {
                throw place(metric.id())
                        .error("metric `" + metric.name() + "` has the dimension `" + dimension.name() + "` from `"
                                + source.attribute().key() + "`, whose cardinality is high: every value is a series "
                                + "that is paid for. Use an attribute of low or bounded cardinality");
            }
        }
        if (names.size() > MAX_DIMENSIONS) {
            throw place(metric.id())
                    .error("metric `" + metric.name() + "` has " + names.size()
                            + " dimensions; CloudWatch takes at most " + MAX_DIMENSIONS);
        }
    }

    /** Every span that records a metric must be able to carry what the metric is made of. */
    private void checkSources(Metric metric) {
        List<Attribute> sources = new ArrayList<>();
        metric.dimensions().forEach(dimension -> {
            if (dimension instanceof OfAttribute source) {
                sources.add(source.attribute());
            }
        });
        if (metric.condition() instanceof WhenEquals when) {
            sources.add(when.attribute());
        }
        for (SpanFamily family : families) {
            for (Attribute source : sources) {
                if (metric.families().contains(family.id())
                        && family.use(source.key()).isEmpty()) {
                    throw place(metric.id())
                            .error("metric `" + metric.name() + "` needs `" + source.key() + "`, but spans of `"
                                    + family.id() + "` do not have it; add it to their attributes");
                }
            }
        }
    }

    /** Java code refers to whatever a registry adds through constants, and these must live somewhere. */
    private void checkConstantsPackage(LayerDraft layer) {
        boolean adds = !layer.attributes().isEmpty()
                || !layer.families().isEmpty()
                || !layer.metrics().isEmpty()
                || !layer.addedMembers().isEmpty();
        if (adds && layer != layers.get(0) && layer.origin().constantsPackage().isEmpty()) {
            throw InvalidRegistryException.at(
                    layer.source().index().name(),
                    1,
                    1,
                    "the registry adds names, but not the package of their constants: expected a line such as "
                            + "`constants: com.acme.telemetry`");
        }
    }

    private YamlValue place(String id) {
        return groups.definition(id).place();
    }
}
