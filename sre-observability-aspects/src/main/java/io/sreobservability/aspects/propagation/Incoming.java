package io.sreobservability.aspects.propagation;

/**
 * What was read from a carrier.
 *
 * @param value what passed
 * @param refused whether something was there that did not
 */
record Incoming<T>(T value, boolean refused) {}
