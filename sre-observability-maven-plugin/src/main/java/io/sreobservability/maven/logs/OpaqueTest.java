package io.sreobservability.maven.logs;

import io.sreobservability.maven.source.Place;

/**
 * A comparison of a constant text with something that is made from a field and is not the field itself, or one by order:
 * which values of the field pass it cannot be said.
 *
 * @param field the field of the log events, aliases resolved
 * @param place where the constant stands
 */
public record OpaqueTest(String field, Place place) {}
