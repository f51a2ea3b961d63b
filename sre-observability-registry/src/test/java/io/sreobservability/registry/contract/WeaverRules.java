package io.sreobservability.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What OpenTelemetry documents of its registry format (first form, Weaver 0.25), written down a second time: allowed and
 * required fields per kind of group, attribute and member, references that resolve, ids used once. Stricter than Weaver
 * where Weaver would let something pass.
 */
final class WeaverRules {
    private static final Set<String> STABILITY = Set.of("stable", "development", "alpha", "beta", "release_candidate");
    private static final Set<String> GROUP = Set.of(
            "id",
            "type",
            "brief",
            "note",
            "display_name",
            "stability",
            "deprecated",
            "attributes",
            "extends",
            "annotations");
    private static final Set<String> DEFINITION = Set.of(
            "id",
            "type",
            "stability",
            "brief",
            "examples",
            "note",
            "requirement_level",
            "sampling_relevant",
            "deprecated",
            "annotations");
    private static final Set<String> REFERENCE = Set.of(
            "ref", "brief", "examples", "note", "requirement_level", "sampling_relevant", "deprecated", "annotations");

    private final boolean words;
    private final Set<Object> ids = new HashSet<>();
    private final Set<Object> keys = new HashSet<>();

    /** Rules of the form; {@code words} asks for the values of enumerated fields, too, which hostile contracts lack. */
    WeaverRules(boolean words) {
        this.words = words;
    }

    static Map<?, ?> load(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        return new Yaml(new SafeConstructor(options)).load(yaml);
    }

    void checkManifest(Map<?, ?> manifest) {
        fields(manifest, Set.of("schema_url", "description", "stability", "dependencies"), "schema_url");
        if (words) {
            assertThat(text(manifest, "schema_url")).matches("https?://[^/\\s]+/(?:[^/\\s]+/)*[0-9][^/\\s]*");
        }
    }

    void checkDefinitions(Map<?, ?> file) {
        fields(file, Set.of("groups"), "groups");
        maps(file.get("groups")).forEach(this::group);
        for (Map<?, ?> group : maps(file.get("groups"))) {
            if (group.containsKey("attributes")) {
                maps(group.get("attributes")).stream()
                        .filter(entry -> entry.containsKey("ref"))
                        .forEach(entry -> assertThat(keys).contains(entry.get("ref")));
            }
        }
    }

    private void group(Map<?, ?> group) {
        assertThat(ids.add(group.get("id"))).as("id %s", group.get("id")).isTrue();
        Set<String> allowed = new HashSet<>(GROUP);
        switch (text(group, "type")) {
            case "attribute_group" -> {
                allowed.remove("stability");
                fields(group, allowed, "id", "type", "brief", "attributes");
            }
            case "span" -> {
                allowed.add("span_kind");
                fields(group, allowed, "id", "type", "brief", "stability", "span_kind", "attributes");
                oneOf(group, "span_kind", Set.of("client", "server", "producer", "consumer", "internal"));
                oneOf(group, "stability", STABILITY);
            }
            case "metric" -> {
                allowed.addAll(Set.of("metric_name", "instrument", "unit"));
                fields(group, allowed, "id", "type", "brief", "stability", "metric_name", "instrument", "unit");
                oneOf(group, "instrument", Set.of("counter", "gauge", "histogram", "updowncounter"));
                oneOf(group, "stability", STABILITY);
            }
            default -> throw new AssertionError("unknown type of group " + group.get("type"));
        }
        if (group.containsKey("attributes")) {
            maps(group.get("attributes")).forEach(this::attribute);
        }
    }

    private void attribute(Map<?, ?> entry) {
        if (entry.containsKey("ref")) {
            fields(entry, REFERENCE, "ref");
        } else {
            fields(entry, DEFINITION, "id", "type", "stability", "brief");
            assertThat(keys.add(entry.get("id"))).isTrue();
            oneOf(entry, "stability", STABILITY);
            type(entry);
        }
        deprecated(entry);
        requirement(entry.get("requirement_level"));
    }

    private void type(Map<?, ?> entry) {
        if (entry.get("type") instanceof Map<?, ?> type) {
            fields(type, Set.of("members"), "members");
            Set<Object> members = new HashSet<>();
            for (Map<?, ?> member : maps(type.get("members"))) {
                Set<String> allowed = Set.of("id", "value", "stability", "brief", "note", "deprecated", "annotations");
                fields(member, allowed, "id", "value", "stability");
                assertThat(members.add(member.get("id"))).isTrue();
                oneOf(member, "stability", STABILITY);
                deprecated(member);
            }
            return;
        }
        oneOf(entry, "type", Set.of("string", "int", "double", "boolean"));
        if (text(entry, "type").equals("string")) {
            assertThat((List<?>) entry.get("examples"))
                    .as("examples of %s", entry)
                    .isNotEmpty();
        }
    }

    private void requirement(Object level) {
        if (level instanceof Map<?, ?> map) {
            assertThat(map).hasSize(1);
            if (words) {
                assertThat(map.keySet().iterator().next()).isIn("conditionally_required", "recommended");
            }
            assertThat(map.values().iterator().next()).isInstanceOf(String.class);
        } else if (level != null && words) {
            assertThat(level).isIn("required", "recommended", "opt_in");
        }
    }

    private void deprecated(Map<?, ?> owner) {
        if (owner.get("deprecated") instanceof Map<?, ?> deprecated) {
            fields(deprecated, Set.of("reason", "renamed_to", "note"), "reason");
            oneOf(deprecated, "reason", Set.of("renamed", "obsoleted", "uncategorized"));
            assertThat(deprecated.containsKey("renamed_to")).isEqualTo("renamed".equals(deprecated.get("reason")));
        } else {
            assertThat(owner.get("deprecated")).isNull();
        }
    }

    private static void fields(Map<?, ?> map, Set<String> allowed, String... required) {
        assertThat(allowed.containsAll(map.keySet())).as("fields of %s", map).isTrue();
        for (String field : required) {
            assertThat(map.get(field)).as("%s of %s", field, map).isNotNull();
        }
    }

    private void oneOf(Map<?, ?> map, String field, Set<String> known) {
        String value = text(map, field);
        if (words) {
            assertThat(known).contains(value);
        }
    }

    private static String text(Map<?, ?> map, String field) {
        assertThat(map.get(field)).as("%s of %s", field, map).isInstanceOf(String.class);
        return (String) map.get(field);
    }

    private static List<Map<?, ?>> maps(Object list) {
        assertThat(list).isInstanceOf(List.class);
        return ((List<?>) list)
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }
}
