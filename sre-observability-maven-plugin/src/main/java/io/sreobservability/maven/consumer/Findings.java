package io.sreobservability.maven.consumer;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.source.JsonValue;
import io.sreobservability.maven.source.Place;
import io.sreobservability.maven.source.UnreadableTextException;
import io.sreobservability.maven.vocabulary.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what is wrong, and lists it file by file from top to bottom. */
final class Findings {
    private static final Comparator<Place> IN_FILE =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

    private final Map<String, List<Located>> files = new LinkedHashMap<>();

    private record Located(Place place, Finding finding) {}

    List<Finding> all() {
        return files.values().stream()
                .flatMap(file -> file.stream().sorted(Comparator.comparing(Located::place, IN_FILE)))
                .map(Located::finding)
                .toList();
    }

    void add(ProofCode code, Place place, Object... values) {
        addMeaning(code, place, Optional.empty(), values);
    }

    /** Adds a finding about a name, of which {@code known} may hold the right spelling. */
    void addUnknown(ProofCode code, Place place, String name, Collection<String> known, Object... values) {
        addMeaning(code, place, Nearest.of(name, known), values);
    }

    void addMeaning(ProofCode code, Place place, Optional<String> meant, Object... values) {
        Finding finding = Finding.of(code, place.toString(), values).meaning(meant);
        files.computeIfAbsent(place.file(), file -> new ArrayList<>()).add(new Located(place, finding));
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
