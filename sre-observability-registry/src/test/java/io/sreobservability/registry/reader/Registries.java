package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Registries for tests, made of text. */
final class Registries {
    private Registries() {}

    /** The address of a registry of this name. */
    static String address(String name) {
        return "https://example.org/schemas/" + name + "/1.0.0";
    }

    /** A registry of one file, {@code <name>.yaml}, that builds on others. */
    static RegistrySource source(String name, String definitions, String... dependencies) {
        StringBuilder manifest = new StringBuilder("schema_url: " + address(name) + "\n");
        if (dependencies.length > 0) {
            manifest.append("dependencies:\n");
            for (String dependency : dependencies) {
                manifest.append("  - schema_url: ").append(address(dependency)).append('\n');
            }
        }
        return source(name, manifest.toString(), Map.of(name + ".yaml", definitions));
    }

    /** A registry of several files. */
    static RegistrySource source(String name, String manifest, Map<String, String> files) {
        String index = files.keySet().stream().collect(Collectors.joining("\n", "constants: com." + name + "\n", "\n"));
        return new RegistrySource(
                name,
                new RegistrySource.File(name + "/registry.index", index),
                new RegistrySource.File(name + "/manifest.yaml", manifest),
                files.entrySet().stream()
                        .map(file -> new RegistrySource.File(file.getKey(), file.getValue()))
                        .toList());
    }

    /** The standard composed with these. */
    static Registry compose(RegistrySource... others) {
        List<RegistrySource> all = new ArrayList<>(List.of(RegistrySources.standard()));
        all.addAll(List.of(others));
        return RegistryReader.read(all);
    }
}
