package io.sreobservability.registry.model;

import java.util.List;
import java.util.Optional;

/**
 * What a definition says to people.
 *
 * @param brief one sentence
 * @param note more, or empty
 * @param examples values as text; may be empty
 * @param stability how firm the definition is
 * @param deprecation why it should not be used any more; empty if it may be used
 */
public record Documentation(
        String brief, String note, List<String> examples, Stability stability, Optional<Deprecation> deprecation) {
    /** Copies the list. */
    public Documentation {
        examples = List.copyOf(examples);
    }
}
