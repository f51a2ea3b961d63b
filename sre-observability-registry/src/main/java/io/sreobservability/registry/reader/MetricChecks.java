package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.MetricCondition.WhenEquals;
import io.sreobservability.registry.model.MetricDimension;
import io.sreobservability.registry.model.MetricDimension.OfAttribute;
import io.sreobservability.registry.model.SpanFamily;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be judged only when all metrics are known. */
final class MetricChecks {
    /** The most dimensions that CloudWatch takes. */
    private static final int MAX_DIMENSIONS = 30;

    private final LayerDraft standard;
    private final GroupTable groups;
    private final AttributeTable attributes;
    private final SpanTable spans;
    private final MetricTable metrics;

    MetricChecks(
            LayerDraft standard, GroupTable groups, AttributeTable attributes, SpanTable spans, MetricTable metrics) {
        this.standard = standard;
        this.groups = groups;
        this.attributes = attributes;
        this.spans = spans;
        this.metrics = metrics;
    }

    void run() {
        checkThatMetricsAreNamedOnce();
        metrics.all().forEach(this::checkDimensions);
        metrics.all().forEach(this::checkSources);
    }

    private void checkThatMetricsAreNamedOnce() {
        Map<String, Metric> seen = new HashMap<>();
        for (Metric metric : metrics.all()) {
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
            if (dimension instanceof OfAttribute source) {
                checkExposure(metric, source);
            }
        }
        if (names.size() > MAX_DIMENSIONS) {
            throw place(metric.id())
                    .error("metric `" + metric.name() + "` has " + names.size()
                            + " dimensions; CloudWatch takes at most " + MAX_DIMENSIONS);
        }
    }

    private void checkExposure(Metric metric, OfAttribute dimension) {
        Attribute attribute = dimension.attribute();
        Definition definition = groups.definition(metric.id());
        Exposure.objectionInDimensions(attribute.traits(), definition.layer() == standard)
                .ifPresent(objection -> {
                    throw attributes
                            .atFault(attribute, definition)
                            .error("metric `" + metric.name() + "` has the dimension `" + dimension.name() + "` from `"
                                    + attribute.key() + "`, whose " + objection + ": every value is a series that is "
                                    + "paid for and that every dashboard shows. Use an attribute of low or bounded "
                                    + "cardinality and of sensitivity none");
                });
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
        for (SpanFamily family : spans.families()) {
            for (Attribute source : sources) {
                if (metric.families().contains(family.id())
                        && family.use(source.key()).isEmpty()) {
                    throw metrics.recording(metric, family)
                            .place()
                            .error("metric `" + metric.name() + "` needs `" + source.key() + "`, but spans of `"
                                    + family.id() + "` do not have it; add it to their attributes");
                }
            }
        }
    }

    private YamlValue place(String id) {
        return groups.definition(id).place();
    }
}
