package io.sreobservability.registry.model;

import java.util.List;

/**
 * What a registry says about itself.
 *
 * @param schemaUrl its address; the last path segment is its version
 * @param description one sentence; may be empty
 * @param dependencies the addresses of the registries that it builds on, besides the standard
 */
public record Manifest(String schemaUrl, String description, List<String> dependencies) {
    /** Copies the list. */
    public Manifest {
        dependencies = List.copyOf(dependencies);
    }

    /** The version in the schema URL. */
    public String version() {
        return schemaUrl.substring(schemaUrl.lastIndexOf('/') + 1);
    }
}
