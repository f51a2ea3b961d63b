package io.sreobservability.registry.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sreobservability.registry.model.ExternalSpan;
import java.util.List;
import java.util.Locale;

/**
 * Spans that a library makes beside ours, so that queries over them can be checked.
 *
 * @param name the form of the name, for people
 * @param kind OpenTelemetry's span kind in lower case
 * @param stability how firm the definition is, in OpenTelemetry's words
 * @param brief what they stand for, in one sentence
 * @param attributes the keys of what they may carry, in alphabetical order
 */
@JsonPropertyOrder({"name", "kind", "stability", "brief", "attributes"})
public record ExternalSpanSpec(
        @JsonProperty(value = "name", required = true) String name,
        @JsonProperty(value = "kind", required = true) String kind,
        @JsonProperty(value = "stability", required = true) String stability,
        @JsonProperty(value = "brief", required = true) String brief,
        @JsonProperty(value = "attributes", required = true) List<String> attributes) {

    /** Copies and sorts the keys. */
    public ExternalSpanSpec {
        attributes = attributes.stream().sorted().toList();
    }

    static ExternalSpanSpec of(ExternalSpan span) {
        return new ExternalSpanSpec(
                span.nameText(),
                span.kind().name().toLowerCase(Locale.ROOT),
                span.documentation().stability().name().toLowerCase(Locale.ROOT),
                span.documentation().brief(),
                span.attributes().stream().map(use -> use.attribute().key()).toList());
    }
}
