package io.sreobservability.registry.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.List;

/**
 * One kind of span that the module makes.
 *
 * @param name the name in the annotation; may hold placeholders in braces
 * @param family the id of the span group in the registry, for example {@code span.tool}
 * @param annotation the simple name of the annotation that makes it, for example {@code ToolSpan}
 * @param kind OpenTelemetry's span kind in lower case, for example {@code internal}
 * @param stability how firm the definition is, in OpenTelemetry's words
 * @param brief what the span stands for, in one sentence
 * @param names every full name that it can have, in alphabetical order, if they are known at compile time; empty if a
 *     placeholder takes any word
 * @param attributes what the span may carry, by key; each key is described in {@link Contract#attributes()}
 * @param metrics the names of the metrics that it may record, in alphabetical order
 */
@JsonPropertyOrder({"name", "family", "annotation", "kind", "stability", "brief", "names", "attributes", "metrics"})
public record ContractSpan(
        @JsonProperty(value = "name", required = true) String name,
        @JsonProperty(value = "family", required = true) String family,
        @JsonProperty(value = "annotation", required = true) String annotation,
        @JsonProperty(value = "kind", required = true) String kind,
        @JsonProperty(value = "stability", required = true) String stability,
        @JsonProperty(value = "brief", required = true) String brief,
        @JsonProperty(value = "names", required = true) List<String> names,
        @JsonProperty(value = "attributes", required = true) List<ContractAttributeUse> attributes,
        @JsonProperty(value = "metrics", required = true) List<String> metrics) {

    /** Copies and sorts the lists. */
    public ContractSpan {
        names = names.stream().sorted().toList();
        attributes = attributes.stream()
                .sorted(Comparator.comparing(ContractAttributeUse::key))
                .toList();
        metrics = metrics.stream().sorted().toList();
    }
}
