package io.sreobservability.sreagent.memory;

import java.io.Serializable;
import java.time.Instant;

/** Something worth remembering. Immutable; written as JSON by {@link MemoryJson}. */
public sealed interface Memory extends Serializable
        permits UserPreference, InfrastructureKnowledge, InvestigationSummary {
    /** The kind of memory it belongs to. */
    MemoryStrategy strategy();

    /** Its kind within the strategy, one lower-case word. */
    String kind();

    /** One sentence on where it comes from or applies; may be empty. */
    String context();

    /** When it was learnt. */
    Instant timestamp();

    /** What it is about, for one user: a later memory of the same identity takes the place of an earlier one. */
    String identity();

    /** All of it in one line, for people. */
    String headline();

    /** The words it is found by. */
    String searchText();
}
