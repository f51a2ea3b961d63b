package io.sreobservability.registry.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.MetricCondition;
import io.sreobservability.registry.model.MetricDimension;
import java.util.List;
import java.util.Locale;

/**
 * One CloudWatch metric that the module records.
 *
 * @param name the metric's name, for example {@code ToolExecution}
 * @param namespace the CloudWatch namespace of the registry
 * @param unit the CloudWatch unit, for example {@code Milliseconds}
 * @param instrument {@code histogram} of durations or {@code counter}
 * @param stability how firm the definition is, in OpenTelemetry's words
 * @param brief what it tells, in one sentence
 * @param condition which spans record it: {@code always}, {@code on error} or {@code memory.cache_hit = true}
 * @param dimensions the whole dimension set
 * @param dimensionSets each set of dimension names under which the metric is published, the whole one first; CloudWatch
 *     treats every set as a series of its own
 */
@JsonPropertyOrder({
    "name",
    "namespace",
    "unit",
    "instrument",
    "stability",
    "brief",
    "condition",
    "dimensions",
    "dimension_sets"
})
public record ContractMetric(
        @JsonProperty(value = "name", required = true) String name,
        @JsonProperty(value = "namespace", required = true) String namespace,
        @JsonProperty(value = "unit", required = true) String unit,
        @JsonProperty(value = "instrument", required = true) String instrument,
        @JsonProperty(value = "stability", required = true) String stability,
        @JsonProperty(value = "brief", required = true) String brief,
        @JsonProperty(value = "condition", required = true) String condition,
        @JsonProperty(value = "dimensions", required = true) List<Dimension> dimensions,

        @JsonProperty(value = "dimension_sets", required = true)
        List<List<String>> dimensionSets) {

    /**
     * A dimension and where its value comes from.
     *
     * @param name the name in CloudWatch, for example {@code ToolName}
     * @param source {@code attribute sre.tool_name}, {@code each item of attribute sre.agents_selected},
     *     {@code component} or {@code component name}
     */
    @JsonPropertyOrder({"name", "source"})
    public record Dimension(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "source", required = true) String source) {}

    /** Copies the lists. */
    public ContractMetric {
        dimensions = List.copyOf(dimensions);
        dimensionSets = dimensionSets.stream().map(List::copyOf).toList();
    }

    /** What the registry says about the metric. */
    public static ContractMetric of(Metric metric) {
        return new ContractMetric(
                metric.name(),
                metric.namespace(),
                metric.cloudWatchUnit(),
                metric.value() == Metric.Value.DURATION ? "histogram" : "counter",
                metric.documentation().stability().name().toLowerCase(Locale.ROOT),
                metric.documentation().brief(),
                condition(metric.condition()),
                metric.dimensions().stream().map(ContractMetric::dimension).toList(),
                metric.dimensionSets());
    }

    private static String condition(MetricCondition condition) {
        if (condition instanceof MetricCondition.WhenEquals when) {
            return when.attribute().key() + " = " + when.equals();
        }
        return condition instanceof MetricCondition.OnError ? "on error" : "always";
    }

    private static Dimension dimension(MetricDimension dimension) {
        if (dimension instanceof MetricDimension.OfAttribute source) {
            return new Dimension(
                    source.name(),
                    (source.split() ? "each item of attribute " : "attribute ")
                            + source.attribute().key());
        }
        return new Dimension(
                dimension.name(), dimension instanceof MetricDimension.OfComponent ? "component" : "component name");
    }
}
