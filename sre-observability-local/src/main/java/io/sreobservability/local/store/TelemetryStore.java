package io.sreobservability.local.store;

/** Everything one stand-in holds. Its parts are thread-safe, each by itself. */
public record TelemetryStore(
        TraceStore traces,
        LogStore logs,
        MetricStore metrics,
        DashboardStore dashboards,
        QueryDefinitionStore queryDefinitions,
        LogGroupStore logGroups) {

    /** An empty store with the given limits. */
    public static TelemetryStore create(StoreLimits limits) {
        return new TelemetryStore(
                new TraceStore(limits),
                new LogStore(limits.maxLogBytes()),
                new MetricStore(limits.maxMetricBytes()),
                new DashboardStore(limits.maxDashboards()),
                new QueryDefinitionStore(limits.maxQueryDefinitions()),
                new LogGroupStore());
    }
}
