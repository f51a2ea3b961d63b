package io.sreobservability.registry.model;

/**
 * What a registry says about itself.
 *
 * @param schemaUrl its address; the last path segment is its version
 * @param description one sentence; may be empty
 */
public record Manifest(String schemaUrl, String description) {
    /** The version in the schema URL. */
    public String version() {
        return schemaUrl.substring(schemaUrl.lastIndexOf('/') + 1);
    }
}
