package io.sreobservability.registry.model;

import java.util.List;

/**
 * What a definition says to people.
 *
 * @param brief one sentence
 * @param note more, or empty
 * @param examples values as text; may be empty
 * @param stability how firm the definition is
 */
public record Documentation(String brief, String note, List<String> examples, Stability stability) {
    /** Copies the list. */
    public Documentation {
        examples = List.copyOf(examples);
    }
}
