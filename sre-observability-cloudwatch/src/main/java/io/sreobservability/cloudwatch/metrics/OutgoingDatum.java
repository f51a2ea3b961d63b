package io.sreobservability.cloudwatch.metrics;

import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** A datum on its way, with the index of the point it came from: a point has arrived when all of its data have. */
record OutgoingDatum(int point, MetricDatum datum) {}
