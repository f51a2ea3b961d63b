package io.sreobservability.testing.contract;

import io.sreobservability.registry.contract.AttributeSpec;
import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractAttributeUse;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.contract.ContractSpan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One kind of span as one module's contract defines it.
 *
 * @param span the definition
 * @param points the methods of that module that make it
 * @param attributes what the keys mean to that module
 */
record KnownSpan(ContractSpan span, List<ContractPoint> points, Map<String, AttributeSpec> attributes) {
    /** Every key that the span may carry of its own. */
    Set<String> keys() {
        Set<String> keys = span.attributes().stream()
                .map(ContractAttributeUse::key)
                .collect(Collectors.toCollection(TreeSet::new));
        span.attributes().stream()
                .map(use -> attributes.get(use.key()))
                .filter(attribute -> attribute != null)
                .forEach(attribute -> keys.addAll(attribute.setAlso()));
        return keys;
    }

    /** The keys that every such span must carry. */
    List<String> requiredKeys() {
        return span.attributes().stream()
                .filter(use -> use.requirement().equals("required"))
                .map(ContractAttributeUse::key)
                .toList();
    }

    /** Whether the value comes from what the method returns: a method that threw could not give it. */
    boolean takenFromResult(String key) {
        List<ContractAttribute> setters = points.stream()
                .flatMap(point -> point.attributes().stream())
                .filter(attribute -> attribute.key().equals(key))
                .toList();
        return !setters.isEmpty()
                && setters.stream().allMatch(setter -> setter.source().startsWith("result"));
    }
}
