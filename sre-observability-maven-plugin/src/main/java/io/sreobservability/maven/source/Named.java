package io.sreobservability.maven.source;

/**
 * A name that a file mentions, and where.
 *
 * @param text the name without quotes
 */
public record Named(String text, Place place) {}
