package io.sreobservability.local.query.metrics;

import java.time.Instant;
import java.util.SortedMap;

/**
 * One time series of an answer; a search has several with the same id.
 *
 * @param points values by the start of their period
 */
public record MetricDataResult(String id, String label, SortedMap<Instant, Double> points) {}
