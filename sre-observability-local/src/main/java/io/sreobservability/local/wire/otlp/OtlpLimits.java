package io.sreobservability.local.wire.otlp;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.sreobservability.local.wire.http.BodyLimit;
import io.sreobservability.local.wire.http.HttpProblem;

/** What AWS documents for one request to its OTLP endpoints. */
public final class OtlpLimits {
    private static final int MEBIBYTE = 1024 * 1024;

    /** X-Ray: 5 MB uncompressed. */
    public static final BodyLimit TRACES = new BodyLimit(5 * MEBIBYTE, 5 * MEBIBYTE);

    /** CloudWatch Logs: 1 MB uncompressed. */
    public static final BodyLimit LOGS = new BodyLimit(MEBIBYTE, MEBIBYTE);

    /** No limit of AWS's: enough to read and count them before they are refused. */
    static final BodyLimit METRICS = new BodyLimit(16 * MEBIBYTE, 16 * MEBIBYTE);

    /** Spans, or log records, in one request. */
    static final int ITEMS = 10_000;

    /** A resource with its scope. */
    private static final int ENVELOPE_BYTES = 16 * 1024;

    private OtlpLimits() {}

    /** Throws, for the whole request, if a resource with its scope is too large. */
    static void checkEnvelope(Resource resource, InstrumentationScope scope) throws HttpProblem {
        int size = resource.getSerializedSize() + scope.getSerializedSize();
        if (size > ENVELOPE_BYTES) {
            throw new HttpProblem(
                    400, "A resource with its scope has " + size + " bytes; at most " + ENVELOPE_BYTES + " are taken.");
        }
    }
}
