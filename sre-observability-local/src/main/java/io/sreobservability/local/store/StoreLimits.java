package io.sreobservability.local.store;

/**
 * How much each store holds before the oldest goes.
 *
 * @param maxTraces traces held
 * @param maxSpansPerTrace spans of one trace; 10,000 is what X-Ray shows of one trace
 * @param maxTraceBytes size of all spans, as measured on the wire
 * @param maxLogBytes size of all log records, as measured on the wire
 * @param maxMetricBytes approximate size of all metric data
 * @param maxDashboards dashboards held; more are refused, not dropped
 * @param maxQueryDefinitions saved queries held; more are refused, not dropped
 */
public record StoreLimits(
        int maxTraces,
        int maxSpansPerTrace,
        long maxTraceBytes,
        long maxLogBytes,
        long maxMetricBytes,
        int maxDashboards,
        int maxQueryDefinitions) {

    private static final long MEBIBYTE = 1024 * 1024;

    public static final StoreLimits DEFAULT =
            new StoreLimits(2_000, 10_000, 64 * MEBIBYTE, 16 * MEBIBYTE, 16 * MEBIBYTE, 500, 1_000);
}
