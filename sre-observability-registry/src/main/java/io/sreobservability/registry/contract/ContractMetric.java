package io.sreobservability.registry.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * One CloudWatch metric that the module records.
 *
 * @param name the metric's name, for example {@code ToolExecution}
 * @param namespace the CloudWatch namespace of the standard
 * @param unit the CloudWatch unit, for example {@code Milliseconds}
 * @param dimensionSets each set of dimension names under which the metric is published; CloudWatch treats every set as
 *     a series of its own
 */
@JsonPropertyOrder({"name", "namespace", "unit", "dimension_sets"})
public record ContractMetric(
        @JsonProperty(value = "name", required = true) String name,
        @JsonProperty(value = "namespace", required = true) String namespace,
        @JsonProperty(value = "unit", required = true) String unit,

        @JsonProperty(value = "dimension_sets", required = true)
        List<List<String>> dimensionSets) {

    /** Copies the lists. */
    public ContractMetric {
        dimensionSets = dimensionSets.stream().map(List::copyOf).toList();
    }
}
