package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.MetricCondition.WhenEquals;
import io.sreobservability.registry.model.MetricDimension.OfAttribute;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.model.SpanGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be judged only when the whole registry is known. */
final class RegistryChecks {
    private final Map<String, YamlMap> groups;
    private final List<SpanFamily> families = new ArrayList<>();
    private final List<Metric> metrics;

    RegistryChecks(Map<String, YamlMap> groups, List<SpanGroup> spans, List<Metric> metrics) {
        this.groups = groups;
        this.metrics = metrics;
        for (SpanGroup span : spans) {
            if (span instanceof SpanFamily family) {
                families.add(family);
            }
        }
    }

    void run() {
        checkThatFamiliesDoNotOverlap();
        checkThatMetricsAreNamedOnce();
        metrics.forEach(this::checkSources);
    }

    /** One name must lead to one family. */
    private void checkThatFamiliesDoNotOverlap() {
        for (SpanFamily family : families) {
            for (SpanFamily other : families) {
                if (!family.id().equals(other.id()) && family.overlaps(other)) {
                    throw place(family.id())
                            .error("names of `" + family.nameText() + "` are also names of `" + other.nameText() + "`");
                }
            }
        }
    }

    private void checkThatMetricsAreNamedOnce() {
        Map<String, Metric> seen = new HashMap<>();
        for (Metric metric : metrics) {
            if (seen.put(metric.name(), metric) != null) {
                throw place(metric.id()).error("a metric `" + metric.name() + "` exists already");
            }
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

    private YamlValue place(String id) {
        @Nullable YamlMap group = groups.get(id);
        return Objects.requireNonNull(group, id).place();
    }
}
