package io.sreobservability.registry.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * One annotated method and what each execution of it emits.
 *
 * @param className the declaring class's binary name, for example {@code com.acme.Agent$Inner}
 * @param method the method's name
 * @param descriptor the method's descriptor as in the class file (JVMS 4.3.3), for example {@code (Ljava/lang/String;)V}
 * @param annotation the simple name of the span annotation, for example {@code ToolSpan}
 * @param span the span name; may hold placeholders in braces
 * @param family the id of the span group in the registry, for example {@code span.tool}
 * @param aspect the binary name of the generated aspect that must be woven into the method
 * @param attributes the attributes that the span may carry, in the order of their keys
 * @param metrics the names of the metrics that an execution may record, in alphabetical order
 */
@JsonPropertyOrder({"class", "method", "descriptor", "annotation", "span", "family", "aspect", "attributes", "metrics"})
public record ContractPoint(
        @JsonProperty(value = "class", required = true) String className,
        @JsonProperty(value = "method", required = true) String method,
        @JsonProperty(value = "descriptor", required = true) String descriptor,
        @JsonProperty(value = "annotation", required = true) String annotation,
        @JsonProperty(value = "span", required = true) String span,
        @JsonProperty(value = "family", required = true) String family,
        @JsonProperty(value = "aspect", required = true) String aspect,
        @JsonProperty(value = "attributes", required = true) List<ContractAttribute> attributes,
        @JsonProperty(value = "metrics", required = true) List<String> metrics) {

    /** Copies the lists. */
    public ContractPoint {
        attributes = List.copyOf(attributes);
        metrics = List.copyOf(metrics);
    }
}
