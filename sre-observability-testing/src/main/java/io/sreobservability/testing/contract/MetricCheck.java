package io.sreobservability.testing.contract;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.sreobservability.registry.contract.ContractMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares one metric of woven code with the contracts. */
final class MetricCheck {
    private final Contracts contracts;

    MetricCheck(Contracts contracts) {
        this.contracts = contracts;
    }

    List<Violation> check(MetricData metric) {
        List<ContractMetric> definitions = contracts.metricsNamed(metric.getName());
        if (definitions.isEmpty()) {
            return List.of(new Violation(
                    Rule.UNKNOWN_METRIC,
                    metric.getName(),
                    "",
                    "no contract on the class path has a metric of this name."
                            + Suggestion.instead(metric.getName(), contracts.metricNames())));
        }
        List<Violation> found = new ArrayList<>();
        Set<String> units = definitions.stream().map(MetricCheck::unit).collect(Collectors.toCollection(TreeSet::new));
        if (!units.contains(metric.getUnit())) {
            found.add(new Violation(
                    Rule.WRONG_UNIT,
                    metric.getName(),
                    "",
                    "its unit is `" + metric.getUnit() + "`, but the contract says `" + String.join("` or `", units)
                            + "`."));
        }
        metric.getData().getPoints().stream()
                .map(point -> point.getAttributes().asMap().keySet().stream()
                        .map(AttributeKey::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .filter(dimensions -> !allowed(definitions, dimensions))
                .map(dimensions -> wrongDimensions(metric.getName(), dimensions, definitions))
                .forEach(found::add);
        return found;
    }

    /** OpenTelemetry's unit for CloudWatch's: durations are histograms of milliseconds, everything else is counted. */
    private static String unit(ContractMetric metric) {
        return metric.instrument().equals("histogram") ? "ms" : "{count}";
    }

    private static boolean allowed(List<ContractMetric> definitions, Set<String> dimensions) {
        return definitions.stream()
                .flatMap(metric -> metric.dimensionSets().stream())
                .anyMatch(set -> Set.copyOf(set).equals(dimensions));
    }

    private static Violation wrongDimensions(String name, Set<String> dimensions, List<ContractMetric> definitions) {
        String sets = definitions.stream()
                .flatMap(metric -> metric.dimensionSets().stream())
                .distinct()
                .map(set -> "[" + String.join(", ", set) + "]")
                .collect(Collectors.joining(" or "));
        return new Violation(
                Rule.WRONG_DIMENSIONS,
                name,
                "",
                "a point has the dimensions [" + String.join(", ", dimensions) + "], but the contract says " + sets
                        + ".");
    }
}
