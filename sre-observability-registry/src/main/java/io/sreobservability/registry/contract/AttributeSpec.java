package io.sreobservability.registry.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeTraits;
import io.sreobservability.registry.model.AttributeType.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute means and how the library handles its values.
 *
 * @param key the name under which the value travels
 * @param type {@code string}, {@code int}, {@code double}, {@code boolean}, {@code enum} or {@code json}
 * @param brief one sentence for people
 * @param note more, or empty
 * @param examples values as text; may be empty
 * @param stability how firm the definition is, in OpenTelemetry's words
 * @param sensitivity what a value may tell about a person: one of AttributeTraits.Sensitivity in lower case
 * @param cardinality how many different values there may be: {@code low}, {@code bounded} or {@code high}
 * @param maxLength the longest value in characters; null if the definition sets no limit
 * @param inherited whether the spans below get the value, too
 * @param members the values of an enum in the order of the registry; empty for other types
 * @param setAlso keys that always get the same value
 * @param deprecated what became of it; null if it may be used
 */
@JsonPropertyOrder({
    "key",
    "type",
    "brief",
    "note",
    "examples",
    "stability",
    "sensitivity",
    "cardinality",
    "max_length",
    "inherited",
    "members",
    "set_also",
    "deprecated"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttributeSpec(
        @JsonProperty(value = "key", required = true) String key,
        @JsonProperty(value = "type", required = true) String type,
        @JsonProperty(value = "brief", required = true) String brief,
        @JsonProperty(value = "note", required = true) String note,
        @JsonProperty(value = "examples", required = true) List<String> examples,
        @JsonProperty(value = "stability", required = true) String stability,

        @JsonProperty(value = "sensitivity", required = true)
        String sensitivity,

        @JsonProperty(value = "cardinality", required = true)
        String cardinality,

        @JsonProperty("max_length") @JsonSetter(nulls = Nulls.SET) @Nullable
        Integer maxLength,

        @JsonProperty(value = "inherited", required = true) boolean inherited,
        @JsonProperty(value = "members", required = true) List<Member> members,
        @JsonProperty(value = "set_also", required = true) List<String> setAlso,

        @JsonProperty("deprecated") @JsonSetter(nulls = Nulls.SET) @Nullable
        DeprecationSpec deprecated) {

    /**
     * One value of an enum.
     *
     * @param value the text that travels
     * @param brief one sentence; may be empty
     * @param deprecated what became of it; null if it may be used
     */
    @JsonPropertyOrder({"value", "brief", "deprecated"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            @JsonProperty(value = "value", required = true) String value,
            @JsonProperty(value = "brief", required = true) String brief,

            @JsonProperty("deprecated") @JsonSetter(nulls = Nulls.SET) @Nullable
            DeprecationSpec deprecated) {}

    /** Copies the lists. */
    public AttributeSpec {
        examples = List.copyOf(examples);
        members = List.copyOf(members);
        setAlso = List.copyOf(setAlso);
    }

    /** What the registry says about the attribute. */
    public static AttributeSpec of(Attribute attribute) {
        AttributeTraits traits = attribute.traits();
        return new AttributeSpec(
                attribute.key(),
                traits.json() ? "json" : attribute.type().label(),
                attribute.documentation().brief(),
                attribute.documentation().note(),
                attribute.documentation().examples(),
                word(attribute.documentation().stability()),
                word(traits.sensitivity()),
                word(traits.cardinality()),
                traits.maxLength().isPresent()
                        ? Integer.valueOf(traits.maxLength().getAsInt())
                        : null,
                traits.inherited(),
                attribute.type() instanceof Enumeration enumeration
                        ? enumeration.members().stream()
                                .map(member -> new Member(
                                        member.value(), member.brief(), DeprecationSpec.of(member.deprecation())))
                                .toList()
                        : List.of(),
                traits.setAlso(),
                DeprecationSpec.of(attribute.documentation().deprecation()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
