package io.sreobservability.local.store;

/** Something that happened at one moment of a span, an exception for example. */
public record SpanEvent(String name, long timeUnixNano, Attributes attributes) {}
