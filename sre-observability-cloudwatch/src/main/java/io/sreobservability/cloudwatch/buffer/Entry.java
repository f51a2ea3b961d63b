package io.sreobservability.cloudwatch.buffer;

/**
 * An item in memory.
 *
 * @param bytes what it takes, roughly
 * @param precious whether it is among the last to be given up for lack of room
 */
record Entry<T>(T item, int bytes, boolean precious) {}
