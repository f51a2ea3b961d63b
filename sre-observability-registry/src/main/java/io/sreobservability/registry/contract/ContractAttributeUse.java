package io.sreobservability.registry.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sreobservability.registry.model.AttributeUse;
import java.util.Locale;

/**
 * An attribute on a kind of span.
 *
 * @param key the attribute's key
 * @param requirement OpenTelemetry's requirement level: {@code required}, {@code conditionally_required},
 *     {@code recommended} or {@code opt_in}
 * @param condition when it is required, or why it is recommended; empty if the level says it all
 */
@JsonPropertyOrder({"key", "requirement", "condition"})
public record ContractAttributeUse(
        @JsonProperty(value = "key", required = true) String key,

        @JsonProperty(value = "requirement", required = true)
        String requirement,

        @JsonProperty(value = "condition", required = true) String condition) {

    static ContractAttributeUse of(AttributeUse use) {
        return new ContractAttributeUse(
                use.attribute().key(),
                use.requirement().level().name().toLowerCase(Locale.ROOT),
                use.requirement().condition());
    }
}
