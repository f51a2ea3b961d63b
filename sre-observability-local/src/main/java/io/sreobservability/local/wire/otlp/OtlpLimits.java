package io.sreobservability.local.wire.otlp;

import io.sreobservability.local.wire.http.BodyLimit;

/** What AWS documents for one request to its OTLP endpoints. */
public final class OtlpLimits {
    private static final int MEBIBYTE = 1024 * 1024;

    /** X-Ray: 5 MB uncompressed. */
    public static final BodyLimit TRACES = new BodyLimit(5 * MEBIBYTE, 5 * MEBIBYTE);

    /** CloudWatch Logs: 1 MB uncompressed. */
    public static final BodyLimit LOGS = new BodyLimit(MEBIBYTE, MEBIBYTE);

    /** Spans, or log records, in one request. */
    static final int ITEMS = 10_000;

    private OtlpLimits() {}
}
