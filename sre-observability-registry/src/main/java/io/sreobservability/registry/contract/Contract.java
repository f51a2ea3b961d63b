package io.sreobservability.registry.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.List;

/**
 * Everything one module emits, as the processor derived it from the annotations. Self-contained: whoever has the
 * contract knows what every name in it means without any registry. All lists are sorted, so that equal contracts are
 * equal text.
 *
 * @param version the format's version, {@value #VERSION} today
 * @param registries the schema URLs of the registries that apply, the standard first
 * @param points one entry per annotated method, by class, method and descriptor
 * @param spans every kind of span that a point makes, by name
 * @param attributes every attribute that those spans may carry, by key
 * @param metrics every metric that at least one point records, by name
 * @param externalSpans the registries' spans that libraries make; they are not of this module, but may be beside its own
 * @param externalAttributes what those carry, without what is in {@code attributes}, by key
 */
@JsonPropertyOrder({
    "version",
    "registries",
    "points",
    "spans",
    "attributes",
    "metrics",
    "external_spans",
    "external_attributes"
})
public record Contract(
        @JsonProperty(value = "version", required = true) int version,
        @JsonProperty(value = "registries", required = true) List<String> registries,
        @JsonProperty(value = "points", required = true) List<ContractPoint> points,
        @JsonProperty(value = "spans", required = true) List<ContractSpan> spans,
        @JsonProperty(value = "attributes", required = true) List<AttributeSpec> attributes,
        @JsonProperty(value = "metrics", required = true) List<ContractMetric> metrics,

        @JsonProperty(value = "external_spans", required = true)
        List<ExternalSpanSpec> externalSpans,

        @JsonProperty(value = "external_attributes", required = true)
        List<AttributeSpec> externalAttributes) {

    /** The format that this class reads and writes. */
    public static final int VERSION = 2;

    /** Where a module's output holds its contract. */
    public static final String RESOURCE = "META-INF/sre-observability/contract.json";

    /** Copies and sorts the lists. */
    public Contract {
        registries = List.copyOf(registries);
        points = points.stream()
                .sorted(Comparator.comparing(ContractPoint::className)
                        .thenComparing(ContractPoint::method)
                        .thenComparing(ContractPoint::descriptor))
                .toList();
        spans = sorted(spans, Comparator.comparing(ContractSpan::name));
        attributes = sorted(attributes, Comparator.comparing(AttributeSpec::key));
        metrics = sorted(metrics, Comparator.comparing(ContractMetric::name));
        externalSpans = sorted(
                externalSpans, Comparator.comparing(ExternalSpanSpec::name).thenComparing(ExternalSpanSpec::kind));
        externalAttributes = sorted(externalAttributes, Comparator.comparing(AttributeSpec::key));
    }

    /** The same contract with these points. */
    public Contract withPoints(List<ContractPoint> others) {
        return new Contract(version, registries, others, spans, attributes, metrics, externalSpans, externalAttributes);
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        return list.stream().sorted(order).toList();
    }
}
