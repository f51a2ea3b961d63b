package io.sreobservability.registry.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One attribute of a span and where its value comes from.
 *
 * @param key the attribute's key in the registry
 * @param source the origin in words: {@code parameter query}, {@code result size()}, {@code fixed supervisor}, …
 */
@JsonPropertyOrder({"key", "source"})
public record ContractAttribute(
        @JsonProperty(value = "key", required = true) String key,
        @JsonProperty(value = "source", required = true) String source) {}
