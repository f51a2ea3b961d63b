package io.sreobservability.local.wire.aws;

import org.jspecify.annotations.Nullable;

/** The AWS services that the stand-in stands in for, beside the OTLP endpoints. */
public enum AwsService {
    CLOUDWATCH("cloudwatch", "monitoring", "GraniteServiceVersion20100801", "com.amazonaws.cloudwatch#"),
    LOGS("logs", "logs", "Logs_20140328", "");

    private final String iamName;
    private final String signingName;
    private final String target;
    private final String errorNamespace;

    AwsService(String iamName, String signingName, String target, String errorNamespace) {
        this.iamName = iamName;
        this.signingName = signingName;
        this.target = target;
        this.errorNamespace = errorNamespace;
    }

    /** The service that goes by that name in {@code X-Amz-Target} and in paths; null if none of these does. */
    public static @Nullable AwsService ofTarget(String name) {
        for (AwsService service : values()) {
            if (service.target.equals(name)) {
                return service;
            }
        }
        return null;
    }

    /** What stands before the operation in an IAM policy. */
    public String iamName() {
        return iamName;
    }

    /** What requests are signed for. */
    public String signingName() {
        return signingName;
    }

    /** Its name in {@code X-Amz-Target} and in paths, before the operation. */
    public String target() {
        return target;
    }

    /** What stands before the error's name in the {@code __type} of a JSON answer. */
    public String errorNamespace() {
        return errorNamespace;
    }
}
