package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Lookalikes;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.SpanName;
import io.sreobservability.registry.name.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the name of a family that was probably meant. */
final class SpanNameSuggestions {
    private final List<SpanFamily> families;

    SpanNameSuggestions(List<SpanFamily> families) {
        this.families = families;
    }

    /** The names that the families take, for messages. */
    Shown expected() {
        return Shown.names(families.stream().map(SpanFamily::nameText).toList());
    }

    /**
     * The nearest valid name: the same words in the right spelling, else a listed name with few other letters, else an
     * open family's pattern filled with the words that were given.
     */
    Optional<String> nearest(String text) {
        Optional<String> corrected = SpanName.corrected(Lookalikes.replaced(text));
        if (corrected.isEmpty()) {
            return Optional.empty();
        }
        if (isValid(corrected.get())) {
            return corrected;
        }
        List<String> listed =
                families.stream().flatMap(family -> family.names().stream()).toList();
        return NearestName.of(corrected.get(), listed)
                .or(() -> families.stream()
                        .flatMap(family -> filled(family, corrected.get()).stream())
                        .filter(this::isValid)
                        .findFirst());
    }

    private boolean isValid(String text) {
        return SpanName.parse(text)
                .filter(name ->
                        families.stream().anyMatch(family -> family.match(name).isPresent()))
                .isPresent();
    }

    /** {@code agent.kubernetes} becomes {@code agent.kubernetes.execute}: words that the pattern lacks fill its gap. */
    private static Optional<String> filled(SpanFamily family, String text) {
        List<String> placeholders = family.name().placeholders();
        List<String> pattern = List.of(family.nameText().split("\\."));
        List<String> words = Arrays.asList(text.split("\\."));
        boolean sameStart =
                NearestName.of(words.get(0), List.of(pattern.get(0))).isPresent();
        if (placeholders.size() != 1 || !sameStart) {
            return Optional.empty();
        }
        String word =
                words.stream().skip(1).filter(part -> !pattern.contains(part)).collect(Collectors.joining("_"));
        if (word.contains("{")) {
            word = "{" + placeholders.get(0) + "}";
        }
        return word.isEmpty()
                ? Optional.empty()
                : Optional.of(new Template(family.nameText()).fill(Map.of(placeholders.get(0), word)));
    }
}
