/**
 * The three small languages in which dashboards name metrics: metric math, search expressions and Metrics Insights queries.
 * Each parser turns a text into the metrics that it refers to, with their places. Knows no contract; used by the checks.
 */
@NullMarked
package io.sreobservability.maven.metrics;

import org.jspecify.annotations.NullMarked;
