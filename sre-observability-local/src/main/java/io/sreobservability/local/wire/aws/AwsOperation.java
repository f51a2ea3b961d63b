package io.sreobservability.local.wire.aws;

import java.util.Map;

/** One operation of one service, the same for every wire format. */
public interface AwsOperation {
    AwsService service();

    /** Its name, such as {@code PutMetricData}. */
    String name();

    /**
     * Runs it.
     *
     * @return the members of the result in their order: {@code String}, {@code Long}, {@code Double},
     *     {@code Boolean}, {@code Instant}, an {@link AwsMap}, a structure (a {@code Map} of members), or a {@code List} of
     *     these; empty if the operation has no result
     */
    Map<String, Object> run(Parameters parameters) throws AwsError;
}
