package io.sreobservability.cloudwatch.delivery;

/** An exporter on a way on which nothing is acknowledged: what it calls a success is booked as {@code unconfirmed}. */
public interface Unacknowledged {}
