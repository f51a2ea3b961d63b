package io.sreobservability.registry.reader;

import java.util.List;

/**
 * The text of a registry, wherever it came from.
 *
 * @param name what messages call the registry
 * @param index which files belong to it
 * @param manifest the manifest
 * @param definitions the definition files in the order of the index
 */
public record RegistrySource(String name, File index, File manifest, List<File> definitions) {
    /** The file that lists the definition files. */
    public static final String INDEX = "registry.index";

    /** The file that says what the registry is. */
    public static final String MANIFEST = "manifest.yaml";

    /**
     * One file.
     *
     * @param name what to call it in messages
     * @param text its content
     */
    public record File(String name, String text) {}

    /** Copies the list. */
    public RegistrySource {
        definitions = List.copyOf(definitions);
    }
}
