package io.sreobservability.registry.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.name.SpanName;
import io.sreobservability.registry.name.SpanName.Segment;
import io.sreobservability.registry.name.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Families of names against the list of all names over a few words. */
class SpanFamilyPropertyTest {
    /** The words of all families here, and one that no family knows. */
    private static final List<String> WORDS = List.of("a", "b", "c", "other");

    @Provide
    Arbitrary<SpanFamily> families() {
        Arbitrary<Optional<Set<String>>> words =
                Arbitraries.of("a", "b", "c").set().ofMinSize(1).optional();
        // A segment is a fixed word, an open placeholder, or a closed one.
        Arbitrary<Map.Entry<String, Optional<Set<String>>>> segment =
                Combinators.combine(Arbitraries.of("a", "b", "", ""), words).as(Map::entry);
        return segment.list().ofMinSize(1).ofMaxSize(3).map(SpanFamilyPropertyTest::family);
    }

    private static SpanFamily family(List<Map.Entry<String, Optional<Set<String>>>> parts) {
        List<Segment> segments = new ArrayList<>();
        Map<String, List<String>> closed = new LinkedHashMap<>();
        for (Map.Entry<String, Optional<Set<String>>> part : parts) {
            boolean placeholder = part.getKey().isEmpty();
            String text = placeholder ? "p" + segments.size() : part.getKey();
            segments.add(new Segment(text, placeholder));
            if (placeholder) {
                part.getValue().ifPresent(words -> closed.put(text, List.copyOf(new TreeSet<>(words))));
            }
        }
        return new SpanFamily(
                "span.x",
                new Documentation("x", "", List.of(), Stability.STABLE, Optional.empty()),
                SpanKind.INTERNAL,
                List.of(),
                new SpanName(segments),
                "AgentSpan",
                "agent",
                new Template("x"),
                Map.of(),
                Map.of(),
                closed);
    }

    /** All names of one to three words. */
    private static List<SpanName> universe() {
        List<SpanName> names = new ArrayList<>();
        List<List<Segment>> last = List.of(List.of());
        for (int length = 1; length <= 3; length++) {
            List<List<Segment>> next = new ArrayList<>();
            for (List<Segment> prefix : last) {
                for (String word : WORDS) {
                    List<Segment> longer = new ArrayList<>(prefix);
                    longer.add(new Segment(word, false));
                    next.add(longer);
                }
            }
            next.forEach(segments -> names.add(new SpanName(segments)));
            last = next;
        }
        return names;
    }

    /** By hand: as many words as segments, each the fixed one or one of the allowed. */
    private static boolean belongs(SpanFamily family, SpanName name) {
        List<Segment> pattern = family.name().segments();
        boolean belongs = pattern.size() == name.segments().size();
        for (int i = 0; belongs && i < pattern.size(); i++) {
            String word = name.segments().get(i).text();
            belongs = pattern.get(i).placeholder()
                    ? family.placeholders()
                            .getOrDefault(pattern.get(i).text(), WORDS)
                            .contains(word)
                    : pattern.get(i).text().equals(word);
        }
        return belongs;
    }

    @Property(tries = 300)
    void aFamilyMatchesExactlyTheNamesOfItsPattern(@ForAll("families") SpanFamily family) {
        for (SpanName name : universe()) {
            assertThat(family.match(name).isPresent()).as("%s", name).isEqualTo(belongs(family, name));
        }
        assertThat(family.match(family.name())).contains(Map.of());
    }

    @Property(tries = 300)
    void aClosedFamilyListsExactlyItsNames(@ForAll("families") SpanFamily family) {
        if (family.placeholders().size() == family.name().placeholders().size()) {
            assertThat(family.names())
                    .containsExactlyInAnyOrderElementsOf(universe().stream()
                            .filter(name -> belongs(family, name))
                            .map(SpanName::toString)
                            .toList());
        }
    }

    @Property(tries = 300)
    void twoFamiliesOverlapIfAndOnlyIfTheyShareAName(
            @ForAll("families") SpanFamily one, @ForAll("families") SpanFamily other) {
        boolean shared = universe().stream().anyMatch(name -> belongs(one, name) && belongs(other, name));

        assertThat(one.overlaps(other)).isEqualTo(shared);
        assertThat(other.overlaps(one)).isEqualTo(shared);
    }
}
