package io.sreobservability.maven.consumer;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.source.JsonValue;
import io.sreobservability.maven.source.Place;
import io.sreobservability.maven.source.UnreadableTextException;
import io.sreobservability.maven.vocabulary.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong, in the order in which it is met. */
final class Findings {
    private final List<Finding> all = new ArrayList<>();

    List<Finding> all() {
        return List.copyOf(all);
    }

    void add(ProofCode code, Place place, Object... values) {
        all.add(Finding.of(code, place.toString(), values));
    }

    /** Adds a finding about a name, of which {@code known} may hold the right spelling. */
    void addUnknown(ProofCode code, Place place, String name, Collection<String> known, Object... values) {
        addMeaning(code, place, Nearest.of(name, known), values);
    }

    void addMeaning(ProofCode code, Place place, Optional<String> meant, Object... values) {
        all.add(Finding.of(code, place.toString(), values).meaning(meant));
    }

    /** Adds that a part of the file goes beyond what is understood here. */
    void addUnchecked(UnreadableTextException e) {
        add(ProofCode.NOT_CHECKED, e.place(), String.valueOf(e.getMessage()));
    }

    /** Adds that a value of another kind should stand here. */
    void addShape(JsonValue value, String expected) {
        add(ProofCode.UNEXPECTED_SHAPE, value.place(), expected + ", found " + value.kind());
    }
}
