package io.sreobservability.local.wire.api;

import io.sreobservability.local.store.LogStore;
import io.sreobservability.local.store.MetricStore;
import io.sreobservability.local.store.TelemetryStore;
import io.sreobservability.local.store.TraceStore;

/** That the stand-in works, and what it holds, dropped and refused. */
record HealthView(
        String status, String service, TraceStore.Counts traces, LogStore.Counts logs, MetricStore.Counts metrics) {

    static HealthView of(TelemetryStore store) {
        return new HealthView(
                "healthy",
                "sre-observability-local",
                store.traces().counts(),
                store.logs().counts(),
                store.metrics().counts());
    }
}
