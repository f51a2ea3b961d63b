package io.sreobservability.registry.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.sreobservability.registry.model.Deprecation;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why something should not be used any more.
 *
 * @param reason what became of it, in OpenTelemetry's words: {@code renamed}, {@code obsoleted} or {@code uncategorized}
 * @param renamedTo the name to use instead; null unless it was renamed
 * @param note more for people, or empty
 */
@JsonPropertyOrder({"reason", "renamed_to", "note"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeprecationSpec(
        @JsonProperty(value = "reason", required = true) String reason,

        @JsonProperty("renamed_to") @JsonSetter(nulls = Nulls.SET) @Nullable
        String renamedTo,

        @JsonProperty(value = "note", required = true) String note) {

    static @Nullable DeprecationSpec of(Optional<Deprecation> deprecation) {
        return deprecation
                .map(given -> new DeprecationSpec(
                        given.reason().name().toLowerCase(Locale.ROOT),
                        given.renamedTo().orElse(null),
                        given.note()))
                .orElse(null);
    }

    /** The whole story in words, with the new name between back-quotes. */
    public String text() {
        String fate = renamedTo == null ? reason : "renamed to `" + renamedTo + "`";
        return note.isEmpty() ? fate : fate + ": " + note;
    }
}
