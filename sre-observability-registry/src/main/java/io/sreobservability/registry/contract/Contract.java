package io.sreobservability.registry.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.List;

/**
 * Everything one module emits, as the processor derived it from the annotations. Points are kept in the order of class,
 * method, descriptor and metrics in the order of their names, so that equal contracts are equal text.
 *
 * @param version the format's version, {@value #VERSION} today
 * @param points one entry per annotated method
 * @param metrics every metric that at least one point records
 */
@JsonPropertyOrder({"version", "points", "metrics"})
public record Contract(
        @JsonProperty(value = "version", required = true) int version,
        @JsonProperty(value = "points", required = true) List<ContractPoint> points,
        @JsonProperty(value = "metrics", required = true) List<ContractMetric> metrics) {

    /** The format that this class reads and writes. */
    public static final int VERSION = 1;

    /** Where a module's output holds its contract. */
    public static final String RESOURCE = "META-INF/sre-observability/contract.json";

    /** Copies and sorts the lists. */
    public Contract {
        points = points.stream()
                .sorted(Comparator.comparing(ContractPoint::className)
                        .thenComparing(ContractPoint::method)
                        .thenComparing(ContractPoint::descriptor))
                .toList();
        metrics = metrics.stream()
                .sorted(Comparator.comparing(ContractMetric::name))
                .toList();
    }

    /** A contract in the current format. */
    public static Contract of(List<ContractPoint> points, List<ContractMetric> metrics) {
        return new Contract(VERSION, points, metrics);
    }
}
