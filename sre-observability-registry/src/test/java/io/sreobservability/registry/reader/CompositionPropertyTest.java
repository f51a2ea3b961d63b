package io.sreobservability.registry.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.SpanFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random registries on top of each other, against a hand-written account of what each may say. */
class CompositionPropertyTest {
    private static final RegistrySource STANDARD = RegistrySources.standard();
    private static final Registry BASE = RegistryReader.standard();
    private static final String FAMILY = "span.tool";
    private static final List<String> SENSITIVITY = List.of("none", "identifier", "content");
    private static final List<String> CARDINALITY = List.of("high", "bounded", "low");
    private static final List<String> LEVEL = List.of("opt_in", "recommended", "required");

    /** What a registry says about one attribute of tool calls; empty where it says nothing. */
    record Change(
            String key,
            Optional<String> sensitivity,
            Optional<String> cardinality,
            Optional<Integer> maxLength,
            Optional<String> level) {

        private String yaml() {
            List<String> annotations = new ArrayList<>();
            sensitivity.ifPresent(value -> annotations.add("sensitivity: " + value));
            cardinality.ifPresent(value -> annotations.add("cardinality: " + value));
            maxLength.ifPresent(value -> annotations.add("max_length: " + value));
            return "      - ref: " + key + "\n"
                    + level.map(value -> "        requirement_level: " + value + "\n")
                            .orElse("")
                    + "        annotations: {" + String.join(", ", annotations) + "}\n";
        }
    }

    /** How strict one attribute is: every number only grows. */
    record Strictness(int sensitivity, int cardinality, int limit, int level) {
        private static Strictness of(AttributeUse use) {
            Attribute attribute = use.attribute();
            return new Strictness(
                    rank(SENSITIVITY, attribute.traits().sensitivity()),
                    rank(CARDINALITY, attribute.traits().cardinality()),
                    -attribute.traits().maxLength().orElse(Integer.MAX_VALUE),
                    rank(LEVEL, use.requirement().level()));
        }

        private static int rank(List<String> order, Enum<?> value) {
            return order.indexOf(value.name().toLowerCase(Locale.ROOT));
        }

        private Strictness with(Change change) {
            return new Strictness(
                    change.sensitivity().map(SENSITIVITY::indexOf).orElse(sensitivity),
                    change.cardinality().map(CARDINALITY::indexOf).orElse(cardinality),
                    change.maxLength().map(length -> -length).orElse(limit),
                    change.level().map(LEVEL::indexOf).orElse(level));
        }

        private boolean isAtLeast(Strictness other) {
            return sensitivity >= other.sensitivity
                    && cardinality >= other.cardinality
                    && limit >= other.limit
                    && level >= other.level;
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.of("sre.tool_name", "sre.tool_params", "sre.query", "sre.user_id", "sre.timestamp"),
                        Arbitraries.of(SENSITIVITY).optional(0.3),
                        Arbitraries.of(CARDINALITY).optional(0.3),
                        Arbitraries.of(50, 100, 200, 500, 1000, 1500).optional(0.3),
                        Arbitraries.of(LEVEL).optional(0.3))
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .filter(list -> new HashSet<>(list.stream().map(Change::key).toList()).size() == list.size());
    }

    private static RegistrySource registry(int number, List<Change> changes) {
        StringBuilder yaml = new StringBuilder("groups:\n  - id: layer" + (char) ('a' + number)
                + ".tool\n    type: attribute_group\n    brief: Stricter.\n    annotations: {refines: " + FAMILY
                + "}\n    attributes:\n");
        changes.forEach(change -> yaml.append(change.yaml()));
        String name = "layer" + (char) ('a' + number);
        return number == 0
                ? Registries.source(name, yaml.toString())
                : Registries.source(name, yaml.toString(), "layer" + (char) ('a' + number - 1));
    }

    private static Map<String, Strictness> strictness(Registry registry) {
        Map<String, Strictness> all = new TreeMap<>();
        registry.families().stream()
                .filter(family -> family.id().equals(FAMILY))
                .flatMap(family -> family.attributes().stream())
                .forEach(use -> all.put(use.attribute().key(), Strictness.of(use)));
        return all;
    }

    @Property(tries = 100)
    void aChainOfRegistriesIsReadIfAndOnlyIfNoneLoosensWhatItBuildsOn(
            @ForAll("changes") List<Change> first,
            @ForAll("changes") List<Change> second,
            @ForAll("changes") List<Change> third) {
        List<RegistrySource> sources = new ArrayList<>(List.of(STANDARD));
        Map<String, Strictness> expected = strictness(BASE);
        boolean allowed = true;
        for (List<Change> changes : List.of(first, second, third)) {
            sources.add(registry(sources.size() - 1, changes));
            for (Change change : changes) {
                Strictness before = expected.get(change.key());
                Strictness after = before.with(change);
                allowed &= after.isAtLeast(before);
                expected.put(change.key(), after);
            }
        }

        // The words of `tool.{tool_name}` are seen in names, and users in a dimension: a stricter handling forbids
        // that.
        boolean exposed = expected.get("sre.tool_name").sensitivity() > 0
                || expected.get("sre.user_id").sensitivity() == SENSITIVITY.indexOf("content");

        if (allowed && exposed) {
            assertThat(catchThrowable(() -> RegistryReader.read(sources)))
                    .isInstanceOf(InvalidRegistryException.class)
                    .hasMessageMatching(
                            "layer[a-c]\\.yaml:\\d+:\\d+: .*`(sre\\.tool_name|sre\\.user_id)`.* sensitivity is .*");
        } else if (allowed) {
            assertThat(strictness(RegistryReader.read(sources))).isEqualTo(expected);
        } else {
            assertThat(catchThrowable(() -> RegistryReader.read(sources)))
                    .isInstanceOf(InvalidRegistryException.class)
                    .hasMessageMatching(
                            "layer[a-c]\\.yaml:\\d+:\\d+: layer[a-c] loosens `.*` of (the standard|layer[ab]) .*");
        }
    }

    @Property(tries = 30)
    void whateverIsComposedIsAtLeastAsStrictAsTheStandard(@ForAll("changes") List<Change> changes) {
        Optional<Registry> composed = read(List.of(STANDARD, registry(0, changes)));

        composed.ifPresent(registry -> {
            for (SpanFamily family : BASE.families()) {
                SpanFamily now = registry.families().stream()
                        .filter(it -> it.id().equals(family.id()))
                        .findFirst()
                        .orElseThrow();
                for (AttributeUse use : family.attributes()) {
                    AttributeUse later = now.use(use.attribute().key()).orElseThrow();
                    assertThat(later.requirement().level())
                            .isLessThanOrEqualTo(use.requirement().level());
                    assertThat(later.attribute().traits().sensitivity())
                            .isGreaterThanOrEqualTo(use.attribute().traits().sensitivity());
                    assertThat(later.attribute().traits().inherited())
                            .isEqualTo(use.attribute().traits().inherited());
                }
            }
        });
    }

    private static Optional<Registry> read(List<RegistrySource> sources) {
        try {
            return Optional.of(RegistryReader.read(sources));
        } catch (InvalidRegistryException e) {
            return Optional.empty();
        }
    }

    @Property(tries = 20)
    void theOrderOfFilesAndRegistriesDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<RegistrySource.File> files = new ArrayList<>(STANDARD.definitions());
        Collections.shuffle(files, random);
        List<RegistrySource> others = new ArrayList<>(List.of(
                registry(0, List.of(maxLength(900))),
                registry(1, List.of(maxLength(800))),
                registry(2, List.of(maxLength(700)))));
        Collections.shuffle(others, random);
        others.add(0, new RegistrySource(STANDARD.name(), STANDARD.index(), STANDARD.manifest(), files));

        Registry registry = RegistryReader.read(others);

        assertThat(registry.layers().stream().map(layer -> layer.origin().name()))
                .containsExactly("the standard", "layera", "layerb", "layerc");
        assertThat(registry.attribute("sre.tool_params").orElseThrow().traits().maxLength())
                .hasValue(700);
        assertThat(registry.layers().get(0).attributes())
                .filteredOn(attribute -> !attribute.key().equals("sre.tool_params"))
                .containsExactlyInAnyOrderElementsOf(BASE.attributes().stream()
                        .filter(attribute -> !attribute.key().equals("sre.tool_params"))
                        .toList());
        assertThat(registry.metrics()).containsExactlyInAnyOrderElementsOf(BASE.metrics());
        assertThat(RegistryReader.read(others).layers()).isEqualTo(registry.layers());
    }

    private static Change maxLength(int length) {
        return new Change("sre.tool_params", Optional.empty(), Optional.empty(), Optional.of(length), Optional.empty());
    }
}
