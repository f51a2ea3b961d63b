package io.sreobservability.registry.model;

/**
 * Where definitions come from: one of the registries that a composed registry is made of.
 *
 * @param name what messages call it: "the standard", the file name of a jar, or a folder as it was given. Not for
 *     generated files: the same registry has other names on other machines
 * @param schemaUrl its address; the last path segment is its version
 * @param constantsPackage the Java package of the constants made of it; empty if it defines nothing that needs one
 */
public record Origin(String name, String schemaUrl, String constantsPackage) {}
