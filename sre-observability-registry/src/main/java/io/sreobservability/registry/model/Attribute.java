package io.sreobservability.registry.model;

/**
 * One attribute of the standard.
 *
 * @param key the name under which the value travels, for example {@code sre.user_id}
 * @param type what values it takes
 * @param documentation for people
 * @param traits how the library handles its values
 */
public record Attribute(String key, AttributeType type, Documentation documentation, AttributeTraits traits) {}
