package io.sreobservability.registry.reader;

import java.util.List;

/**
 * The text of a registry, wherever it came from.
 *
 * @param manifest the manifest
 * @param definitions the definition files in the order of the index
 */
public record RegistrySource(File manifest, List<File> definitions) {
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
