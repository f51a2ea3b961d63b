package io.sreobservability.registry.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one registry brought into the composition. All definitions are in their final form, with what later registries
 * changed.
 *
 * @param origin the registry
 * @param attributes the attributes that it defined or whose handling it tightened. Adding a member to an enumeration
 *     does not count: that changes what values there are, not how they are handled
 * @param families the span families that it defined, or to which it added attributes or words
 * @param metrics the metrics that it defined. A registry that only lets further spans record a metric does not change
 *     the metric
 * @param addedMembers the members that it added to enumerations of earlier registries, by attribute key
 */
public record Layer(
        Origin origin,
        List<Attribute> attributes,
        List<SpanFamily> families,
        List<Metric> metrics,
        Map<String, List<AttributeType.Member>> addedMembers) {
    /** Copies the collections. */
    public Layer {
        attributes = List.copyOf(attributes);
        families = List.copyOf(families);
        metrics = List.copyOf(metrics);
        Map<String, List<AttributeType.Member>> copy = new TreeMap<>();
        addedMembers.forEach((key, members) -> copy.put(key, List.copyOf(members)));
        addedMembers = Collections.unmodifiableMap(copy);
    }
}
